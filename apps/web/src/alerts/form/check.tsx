import type { ReactNode } from 'react';
import { Checkbox } from '../../components/ui/checkbox.tsx';

interface CheckProps {
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Something that holds or does not, once the form is sent. */
export function Check({ label, hint, checked, onChange }: CheckProps) {
  return (
    <label className="flex min-h-6 cursor-pointer items-start gap-2.5 text-[0.8125rem]">
      <Checkbox
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
        className="mt-0.5"
      />
      <span className="min-w-0">
        {label}
        {hint !== undefined && <span className="block text-xs text-muted">{hint}</span>}
      </span>
    </label>
  );
}
