'use client';

import type { User } from '@tidemark/contracts/user';
import { useState } from 'react';
import { Field } from '../../components/form/field.tsx';
import { FormBody } from '../../components/form/form-body.tsx';
import { PasswordField } from '../../components/form/password-field.tsx';
import { useSubmission, type FormValues } from '../../components/form/use-submission.ts';
import { Button } from '../../components/ui/button.tsx';
import { browserSession } from '../session/browser-session.ts';
import { useSend } from '../use-send.ts';
import { ownAccountApi } from './profile-api.ts';
import { Section } from './section.tsx';

const LABELS = { password: 'Password' };

function DeleteForm({ user, onCancel }: { user: User; onCancel: () => void }) {
  const send = useSend(ownAccountApi.endpoints.deleteAccount);
  const submission = useSubmission({
    labels: LABELS,
    check: ({ name = '', password = '' }: FormValues) => ({
      ...(name.trim() !== user.username && { name: `Type ${user.username} to go on.` }),
      ...(password === '' && { password: 'Enter your password.' }),
    }),
    send: ({ password = '' }) => send({ password }),
    onDone: () => browserSession().ended('deleted'),
  });
  return (
    <FormBody
      submission={submission}
      action="Delete my account"
      acting="Deleting…"
      variant="destroy"
      onCancel={onCancel}
      className="max-w-md"
    >
      <Field
        name="name"
        label={`Your username, ${user.username}`}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
      />
      <PasswordField />
    </FormBody>
  );
}

/** The end of an account. */
export function DeleteSection({ user }: { user: User }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <Section
      id="delete"
      title="Delete account"
      lead="Your account, its sessions, keys and preferences are deleted at once, for good. Nobody can reach its portfolios and watchlists then, and a week later they are deleted as well."
      className="border-down/40"
    >
      {isAsking ? (
        <DeleteForm user={user} onCancel={() => setAsking(false)} />
      ) : (
        <Button
          variant="danger"
          size="medium"
          className="self-start"
          onClick={() => setAsking(true)}
        >
          Delete account…
        </Button>
      )}
    </Section>
  );
}
