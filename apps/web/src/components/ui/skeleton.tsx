import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';

/** Holds the place of what is still loading. Give it the final size. */
export function Skeleton({ className, ...props }: ComponentProps<'span'>) {
  return (
    <span
      aria-hidden
      className={cn('block animate-pulse rounded bg-raised/80', className)}
      {...props}
    />
  );
}
