'use client';

import { useState } from 'react';
import type { FieldErrors } from './field-errors.ts';
import { PasswordField } from './password-field.tsx';

/** As `NewPasswordSchema` of the contracts has it. */
export const SHORTEST_PASSWORD = 8;

/** Length in characters, as the server counts them, not in units of UTF-16. */
function lengthOf(password: string): number {
  return Array.from(password).length;
}

function hintOf(length: number): string {
  if (length === 0) return 'At least 8 characters. Spaces and every script are welcome.';
  const missing = SHORTEST_PASSWORD - length;
  return missing > 0 ? `${missing} more needed.` : 'Long enough. Longer is better.';
}

/** What can be seen to be wrong with a new password here; which ones are common, the server knows. */
export function newPasswordFaults(password: string, name = 'password'): FieldErrors {
  if (password === '') return { [name]: 'Choose a password.' };
  if (lengthOf(password) >= SHORTEST_PASSWORD) return {};
  return { [name]: `The password needs at least ${SHORTEST_PASSWORD} characters.` };
}

interface NewPasswordFieldProps {
  label: string;
  error?: string | undefined;
}

/** A password that is being chosen, with a hint that follows the typing. */
export function NewPasswordField({ label, error }: NewPasswordFieldProps) {
  const [length, setLength] = useState(0);
  const isEnough = length >= SHORTEST_PASSWORD;
  return (
    <PasswordField
      name="password"
      label={label}
      autoComplete="new-password"
      error={error}
      hint={
        isEnough && error !== undefined ? undefined : (
          <span className={isEnough ? 'text-up' : ''}>{hintOf(length)}</span>
        )
      }
      onChange={(event) => setLength(lengthOf(event.currentTarget.value))}
    />
  );
}
