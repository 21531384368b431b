import { useId, type ComponentProps, type ReactNode } from 'react';
import { cn } from '../ui/class-names.ts';

/** What an input of ours looks like; its text is large enough on a phone that the page is not zoomed. */
export const INPUT =
  'h-10 w-full min-w-0 rounded-md border border-field bg-background/60 px-3 text-base text-foreground placeholder:text-muted aria-invalid:border-down disabled:opacity-60 sm:text-sm';

export interface FieldProps extends Omit<ComponentProps<'input'>, 'id' | 'name'> {
  name: string;
  label: string;
  hint?: ReactNode;
  /** What is wrong with it, as a sentence. */
  error?: string | undefined;
}

interface FrameProps {
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Beside the label. */
  aside?: ReactNode;
  children: ReactNode;
}

/** Ids of what describes a field, in the order in which it is read. */
export function describedBy(id: string, { hint, error }: Pick<FrameProps, 'hint' | 'error'>) {
  const ids = [error !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`];
  return ids.filter((part) => part !== false).join(' ') || undefined;
}

/** Label, input, hint and error of one field. */
export function FieldFrame({ id, label, hint, error, aside, children }: FrameProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-[0.8125rem] font-medium">
          {label}
        </label>
        {aside}
      </div>
      {children}
      {error !== undefined && (
        <p id={`${id}-error`} className="text-[0.8125rem] break-words text-down">
          {error}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

/** A line of text that is asked for. */
export function Field({ label, hint, error, className, ...props }: FieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        type="text"
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, { hint, error })}
        className={cn(INPUT, className)}
        {...props}
      />
    </FieldFrame>
  );
}
