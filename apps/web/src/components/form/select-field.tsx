import { ChevronDown } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '../ui/class-names.ts';
import { FieldFrame, INPUT, useField } from './field.tsx';

export interface SelectOption {
  value: string;
  label: string;
}

interface SelectFieldProps extends Omit<ComponentProps<'select'>, 'id' | 'name'> {
  name: string;
  label: string;
  hint?: ReactNode;
  options: readonly SelectOption[];
}

/** One of several. */
export function SelectField(props: SelectFieldProps) {
  const { name, label, hint, options, className, ...rest } = props;
  const { frame, input } = useField({ name, hint });
  return (
    <FieldFrame label={label} {...frame}>
      <div className="relative">
        <select
          className={cn(INPUT, 'appearance-none truncate pr-9', className)}
          {...input}
          {...rest}
        >
          {options.map(({ value, label: text }) => (
            <option key={value} value={value} className="bg-surface">
              {text}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted"
        />
      </div>
    </FieldFrame>
  );
}
