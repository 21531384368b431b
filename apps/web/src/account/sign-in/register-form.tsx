'use client';

import type { FieldErrors } from '../../components/form/field-errors.ts';
import { Field } from '../../components/form/field.tsx';
import { FormBody } from '../../components/form/form-body.tsx';
import { newPasswordFaults, NewPasswordField } from '../../components/form/new-password-field.tsx';
import { useSubmission, type FormValues } from '../../components/form/use-submission.ts';
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
  const faults = submission.refusal?.fields ?? {};
  return (
    <FormBody submission={submission} action="Create account" acting="Creating…" wide>
      <Field
        name="username"
        label="Username"
        hint="Letters, digits, dot, dash and underscore."
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={50}
        error={faults['username']}
      />
      <Field
        name="email"
        label="Email"
        type="email"
        autoComplete="email"
        maxLength={100}
        error={faults['email']}
      />
      <NewPasswordField label="Password" error={faults['password']} />
    </FormBody>
  );
}
