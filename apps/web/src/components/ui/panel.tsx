import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';

/** A titled region of a page. */
export function Panel({ className, ...props }: ComponentProps<'section'>) {
  return (
    <section
      className={cn('flex min-w-0 flex-col rounded-xl border border-line bg-surface', className)}
      {...props}
    />
  );
}

export function PanelHeader({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      className={cn('flex min-h-12 items-center justify-between gap-3 px-4 py-2', className)}
      {...props}
    />
  );
}

export function PanelTitle({ className, children, ...props }: ComponentProps<'h2'>) {
  return (
    <h2 className={cn('text-[0.8125rem] font-semibold tracking-tight', className)} {...props}>
      {children}
    </h2>
  );
}
