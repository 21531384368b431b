import { Check } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';

/** A box to tick. What it is for is said by a label around it, or by `aria-label`. */
export function Checkbox({ className, ...props }: Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <span className={cn('relative inline-flex size-4 shrink-0', className)}>
      <input
        type="checkbox"
        className="peer size-4 cursor-pointer appearance-none rounded border border-field bg-background/60 checked:border-accent checked:bg-accent disabled:opacity-60"
        {...props}
      />
      <Check
        aria-hidden
        strokeWidth={3}
        className="pointer-events-none absolute top-0.5 left-0.5 hidden size-3 text-on-accent peer-checked:block"
      />
    </span>
  );
}
