import { ChevronDown } from 'lucide-react';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { cn } from '../ui/class-names.ts';
import { describedBy, FieldFrame, INPUT } from './field.tsx';

export interface SelectOption {
  value: string;
  label: string;
}

interface SelectFieldProps extends Omit<ComponentProps<'select'>, 'id' | 'name'> {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  options: readonly SelectOption[];
}

/** One of several. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, options, className, ...rest } = props;
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <div className="relative">
        <select
          id={id}
          aria-invalid={error !== undefined}
          aria-describedby={describedBy(id, { hint, error })}
          className={cn(INPUT, 'appearance-none truncate pr-9', className)}
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
