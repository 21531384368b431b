import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';

const badge = cva(
  'inline-flex items-center whitespace-nowrap rounded px-1 text-[0.625rem] leading-4 font-medium tracking-wide uppercase',
  {
    variants: {
      tone: {
        quiet: 'px-0 text-muted',
        notice: 'bg-notice-soft text-notice',
        down: 'bg-down-soft text-down',
        up: 'bg-up-soft text-up',
        accent: 'bg-accent-soft text-accent',
      },
    },
    defaultVariants: { tone: 'quiet' },
  },
);

export function Badge({
  className,
  tone,
  ...props
}: ComponentProps<'span'> & VariantProps<typeof badge>) {
  return <span className={cn(badge({ tone }), className)} {...props} />;
}
