'use client';

import { useContext, useState } from 'react';
import type { FieldErrors } from './field-errors.ts';
import { FieldFaults } from './field.tsx';
import { PasswordField } from './password-field.tsx';

/** As `NewPasswordSchema` of the contracts has it. */
const SHORTEST_PASSWORD = 8;

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
export function newPasswordFaults(password: string): FieldErrors {
  if (password === '') return { password: 'Choose a password.' };
  if (lengthOf(password) >= SHORTEST_PASSWORD) return {};
  return { password: `The password needs at least ${SHORTEST_PASSWORD} characters.` };
}

/** A password that is being chosen, with a hint that follows the typing. */
export function NewPasswordField({ label }: { label: string }) {
  const [length, setLength] = useState(0);
  const isWrong = useContext(FieldFaults)['password'] !== undefined;
  const isEnough = length >= SHORTEST_PASSWORD;
  return (
    <PasswordField
      label={label}
      autoComplete="new-password"
      hint={
        isEnough && isWrong ? undefined : (
          <span className={isEnough ? 'text-up' : ''}>{hintOf(length)}</span>
        )
      }
      onChange={(event) => setLength(lengthOf(event.currentTarget.value))}
    />
  );
}
