'use client';

import * as Primitive from 'radix-ui/switch';
import { useId, type ReactNode } from 'react';
import { cn } from './class-names.ts';

interface SwitchProps {
  label: string;
  /** What stands beside it says the same to the eye. */
  isLabelHidden?: boolean;
  hint?: ReactNode;
  /** Between the label and the switch. */
  aside?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** On or off, at once. */
export function Switch(props: SwitchProps) {
  const { label, isLabelHidden = false, hint, aside, checked, onChange } = props;
  const id = useId();
  return (
    <div className={cn('flex items-start justify-between', !isLabelHidden && 'gap-2.5')}>
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'text-[0.8125rem] font-medium'}>
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="text-xs text-muted">
            {hint}
          </p>
        )}
      </div>
      {aside}
      <Primitive.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="relative h-6 w-11 shrink-0 rounded-full border border-field bg-background transition-colors data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <Primitive.Thumb className="block size-4 translate-x-1 rounded-full bg-field transition-transform data-[state=checked]:translate-x-[1.4rem] data-[state=checked]:bg-on-accent" />
      </Primitive.Root>
    </div>
  );
}
