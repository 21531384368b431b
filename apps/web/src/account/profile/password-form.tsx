'use client';

import type { User } from '@tidemark/contracts/user';
import { useState } from 'react';
import { FormBody } from '../../components/form/form-body.tsx';
import { newPasswordFaults, NewPasswordField } from '../../components/form/new-password-field.tsx';
import { PasswordField } from '../../components/form/password-field.tsx';
import { useSubmission, type FormValues } from '../../components/form/use-submission.ts';
import { useSend } from '../use-send.ts';
import { ownAccountApi } from './profile-api.ts';
import { Saved } from './saved.tsx';

const LABELS = { current_password: 'Current password', password: 'New password' };

function faultsOf({ current_password = '', password = '' }: FormValues) {
  return {
    ...(current_password === '' && { current_password: 'Enter your current password.' }),
    ...newPasswordFaults(password),
  };
}

/** Another password. */
export function PasswordForm({ user }: { user: User }) {
  const [saved, setSaved] = useState(0);
  const send = useSend(ownAccountApi.endpoints.changePassword);
  const submission = useSubmission({
    labels: LABELS,
    check: faultsOf,
    send: ({ current_password = '', password = '' }) => send({ current_password, password }),
    onDone: (_data, form) => {
      form.reset();
      setSaved((count) => count + 1);
    },
  });
  return (
    <FormBody
      submission={submission}
      action="Change password"
      acting="Changing…"
      variant="outline"
      aside={<Saved count={saved} text="Password changed" />}
      className="max-w-md"
    >
      {/* Tells a password manager whose password this is. */}
      <input hidden readOnly name="who" autoComplete="username" value={user.username} />
      <PasswordField name="current_password" label="Current password" />
      <NewPasswordField key={saved} label="New password" />
    </FormBody>
  );
}
