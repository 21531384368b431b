import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';

/** Also for links that look like buttons. */
export const button = cva(
  'inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium transition-colors disabled:pointer-events-none disabled:opacity-50',
  {
    variants: {
      variant: {
        ghost: 'text-muted hover:bg-raised hover:text-foreground',
        outline: 'border border-line-strong bg-surface hover:bg-raised',
        accent: 'bg-accent text-on-accent hover:opacity-90',
        danger: 'border border-down/60 bg-surface text-down hover:bg-down-soft',
        destroy: 'bg-down text-on-down hover:opacity-90',
      },
      size: {
        small: 'h-8 px-2.5 text-[0.8125rem]',
        medium: 'h-10 px-4 text-sm',
        icon: 'size-9',
      },
    },
    defaultVariants: { variant: 'outline', size: 'small' },
  },
);

type ButtonProps = ComponentProps<'button'> & VariantProps<typeof button>;

export function Button({ className, variant, size, ...props }: ButtonProps) {
  return <button type="button" className={cn(button({ variant, size }), className)} {...props} />;
}
