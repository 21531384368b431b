'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { cn } from '../ui/class-names.ts';
import { FieldFrame, INPUT, useField, type FieldProps } from './field.tsx';

interface PasswordFieldProps extends Omit<Partial<FieldProps>, 'type' | 'autoComplete' | 'error'> {
  autoComplete?: 'current-password' | 'new-password';
  aside?: ReactNode;
}

/** A password, by default the one that the person has; hidden until one asks to see it. */
export function PasswordField(props: PasswordFieldProps) {
  const { name = 'password', label = 'Password', hint, aside, className, ...rest } = props;
  const { frame, input } = useField({ name, hint });
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <FieldFrame label={label} aside={aside} {...frame}>
      <div className="relative">
        <input
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          className={cn(INPUT, 'pr-11', className)}
          {...input}
          {...rest}
        />
        <button
          type="button"
          aria-label={`Show ${label.toLowerCase()}`}
          aria-pressed={shown}
          aria-controls={input.id}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 right-0 flex w-10 items-center justify-center rounded-md text-muted hover:text-foreground focus-visible:-outline-offset-2"
        >
          <Icon aria-hidden className="size-4" />
        </button>
      </div>
    </FieldFrame>
  );
}
