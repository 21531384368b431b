'use client';

import type { User } from '@tidemark/contracts/user';
import { useState } from 'react';
import { FormBody } from '../../components/form/form-body.tsx';
import { PasswordField } from '../../components/form/password-field.tsx';
import { useSubmission, type FormValues } from '../../components/form/use-submission.ts';
import { EmailField, UsernameField } from '../account-fields.tsx';
import { browserSession } from '../session/browser-session.ts';
import { useSend } from '../use-send.ts';
import { ownAccountApi } from './profile-api.ts';
import { Saved } from './saved.tsx';

const LABELS = { username: 'Username', email: 'Email', current_password: 'Password' };

function faultsOf({ username = '', email = '', current_password }: FormValues) {
  return {
    ...(username.trim() === '' && { username: 'Choose a username.' }),
    ...(email.trim() === '' && { email: 'Enter your email.' }),
    ...(current_password === '' && {
      current_password: 'Enter your password to change the email.',
    }),
  };
}

/** Username and email. Another email needs the password, since reset links go there. */
export function AccountForm({ user }: { user: User }) {
  const [email, setEmail] = useState(user.email);
  const [saved, setSaved] = useState(0);
  const isMoving = email.trim() !== user.email;
  const send = useSend(ownAccountApi.endpoints.changeAccount);
  const submission = useSubmission({
    labels: LABELS,
    check: faultsOf,
    send: ({ username = '', current_password }) =>
      send({
        username: username.trim(),
        ...(isMoving && { email: email.trim(), current_password: current_password ?? '' }),
      }),
    onDone: (changed) => {
      browserSession().renamed(changed);
      setEmail(changed.email);
      setSaved((count) => count + 1);
    },
  });
  return (
    <FormBody
      submission={submission}
      action="Save"
      acting="Saving…"
      aside={<Saved count={saved} />}
      className="max-w-md"
    >
      <UsernameField defaultValue={user.username} />
      <EmailField value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
      {isMoving && <PasswordField name="current_password" hint="Needed to change the email." />}
    </FormBody>
  );
}
