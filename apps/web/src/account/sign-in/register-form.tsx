'use client';

import type { FieldErrors } from '../../components/form/field-errors.ts';
import { FormBody } from '../../components/form/form-body.tsx';
import { newPasswordFaults, NewPasswordField } from '../../components/form/new-password-field.tsx';
import { useSubmission, type FormValues } from '../../components/form/use-submission.ts';
import { EmailField, UsernameField } from '../account-fields.tsx';
import { useSend } from '../use-send.ts';
import { signInApi } from './sign-in-api.ts';

const LABELS = { username: 'Username', email: 'Email', password: 'Password' };

function faultsOf({ username = '', email = '', password = '' }: FormValues): FieldErrors {
  return {
    ...(username.trim() === '' && { username: 'Choose a username.' }),
    ...(email.trim() === '' && { email: 'Enter your email.' }),
    ...newPasswordFaults(password),
  };
}

/** Makes an account, and signs in with it. */
export function RegisterForm() {
  const register = useSend(signInApi.endpoints.register);
  const submission = useSubmission({
    labels: LABELS,
    check: faultsOf,
    send: ({ username = '', email = '', password = '' }) =>
      register({ username: username.trim(), email: email.trim(), password }),
    onDone: () => undefined,
  });
  return (
    <FormBody submission={submission} action="Create account" acting="Creating…" wide>
      <UsernameField hint="Letters, digits, dot, dash and underscore." />
      <EmailField />
      <NewPasswordField label="Password" />
    </FormBody>
  );
}
