'use client';

import type { Login } from '@tidemark/contracts/session';
import { useState } from 'react';
import type { ApiError } from '../../api/api-error.ts';
import type { FieldErrors } from '../../components/form/field-errors.ts';
import { Field } from '../../components/form/field.tsx';
import { FormBody } from '../../components/form/form-body.tsx';
import { PasswordField } from '../../components/form/password-field.tsx';
import { useSubmission, type FormValues } from '../../components/form/use-submission.ts';
import { TextLink } from './sign-in-card.tsx';
import { CodeField } from '../account-fields.tsx';
import { useLinkWithReturn } from '../use-return.ts';
import { useSend } from '../use-send.ts';
import { signInApi } from './sign-in-api.ts';

const LABELS = {
  email: 'Email',
  username: 'Username',
  password: 'Password',
  code: 'Code',
};

function faultsOf({ name = '', password = '', code }: FormValues): FieldErrors {
  return {
    ...(name.trim() === '' && { username: 'Enter your email or username.' }),
    ...(password === '' && { password: 'Enter your password.' }),
    ...(code?.trim() === '' && { code: 'Enter the code.' }),
  };
}

/** A username has no `@`. */
function loginOf({ name = '', password = '', code }: FormValues): Login {
  const who = name.trim();
  const key = who.includes('@') ? 'email' : 'username';
  return { [key]: who, password, ...(code !== undefined && { code: code.trim() }) };
}

/** Name and password were right when the code was asked for: it is the code that is wrong now. */
function inWordsOfCode<T extends { error?: unknown }>(outcome: T, codeGiven: boolean): T {
  const error = outcome.error as ApiError | undefined;
  if (!codeGiven || error?.code !== 'UNAUTHORIZED') return outcome;
  const reason = 'did not work. Each is good once, and those of an app for half a minute';
  return { ...outcome, error: { ...error, details: [{ field: 'body.code', reason }] } };
}

/** Email or username, password, and a code where the account asks for one. */
export function LoginForm() {
  const [needsCode, setNeedsCode] = useState(false);
  const send = useSend(signInApi.endpoints.login);
  const submission = useSubmission({
    labels: LABELS,
    check: faultsOf,
    send: async (values) => inWordsOfCode(await send(loginOf(values)), needsCode),
    // The page leaves by itself once the session is there.
    onDone: () => undefined,
    onRefused: (error) => {
      if (error.code !== 'SECOND_FACTOR_REQUIRED') return false;
      setNeedsCode(true);
      return !needsCode;
    },
  });
  const faults = submission.refusal?.fields ?? {};
  const forgot = useLinkWithReturn('/login/forgot/');
  return (
    <FormBody submission={submission} action="Sign in" acting="Signing in…" wide>
      <Field
        name="name"
        label="Email or username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={100}
        error={faults['username'] ?? faults['email']}
      />
      <PasswordField
        aside={
          <TextLink href={forgot} className="text-xs">
            Forgotten it?
          </TextLink>
        }
      />
      {needsCode && <CodeField autoFocus />}
    </FormBody>
  );
}
