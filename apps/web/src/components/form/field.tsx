import { createContext, useContext, useId, type ComponentProps, type ReactNode } from 'react';
import { cn } from '../ui/class-names.ts';
import type { FieldErrors } from './field-errors.ts';

/** What is wrong with the fields of the form around a field. */
export const FieldFaults = createContext<FieldErrors>({});

/** What an input of ours looks like; its text is large enough on a phone that the page is not zoomed. */
export const INPUT =
  'h-10 w-full min-w-0 rounded-md border border-field bg-background/60 px-3 text-base text-foreground placeholder:text-muted aria-invalid:border-down disabled:opacity-60 sm:text-sm';

export interface FieldProps extends Omit<ComponentProps<'input'>, 'id' | 'name'> {
  name: string;
  label: string;
  hint?: ReactNode;
  /** What is wrong with it, as a sentence, where the form does not know it by the field's name. */
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

/** What a field says of itself: to its frame, and of its input, which names what describes it in the order it is read. */
export function useField({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) {
  const id = useId();
  const fault = useContext(FieldFaults)[name];
  const wrong = error ?? fault;
  const ids = [wrong !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`];
  return {
    frame: { id, hint, error: wrong },
    input: {
      id,
      name,
      'aria-invalid': wrong !== undefined,
      'aria-describedby': ids.filter((part) => part !== false).join(' ') || undefined,
    },
  };
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
export function Field({ name, label, hint, error, className, ...props }: FieldProps) {
  const { frame, input } = useField({ name, hint, error });
  return (
    <FieldFrame label={label} {...frame}>
      <input type="text" className={cn(INPUT, className)} {...input} {...props} />
    </FieldFrame>
  );
}
