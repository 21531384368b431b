'use client';

import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import type { SelectOption } from '../form/select-field.tsx';

interface ChooseProps {
  label: string;
  options: readonly SelectOption[];
  value: string;
  onChange: (value: string) => void;
}

/** One of several, in a line with others. */
export function Choose({ label, options, value, onChange }: ChooseProps) {
  const id = useId();
  return (
    <div className="flex min-w-0 items-center gap-2 text-xs">
      <label htmlFor={id} className="shrink-0 text-muted">
        {label}
      </label>
      <div className="relative min-w-0">
        <select
          id={id}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          className="h-8 w-full min-w-0 appearance-none truncate rounded-md border border-field bg-background/60 pr-7 pl-2.5 text-[0.8125rem] text-foreground"
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} className="bg-surface">
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-2 size-3.5 -translate-y-1/2 text-muted"
        />
      </div>
    </div>
  );
}
