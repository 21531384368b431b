'use client';

import { useState } from 'react';
import { FormBody } from '../../components/form/form-body.tsx';
import { useSubmission } from '../../components/form/use-submission.ts';
import { Notice } from '../../components/ui/notice.tsx';
import { TextLink, SignInCard } from './sign-in-card.tsx';
import { EmailField } from '../account-fields.tsx';
import { useLinkWithReturn } from '../use-return.ts';
import { useSend } from '../use-send.ts';
import { signInApi } from './sign-in-api.ts';

const LABELS = { email: 'Email' };

function ForgotForm({ onSent }: { onSent: () => void }) {
  const send = useSend(signInApi.endpoints.forgotPassword);
  const submission = useSubmission({
    labels: LABELS,
    check: ({ email = '' }) => (email.trim() === '' ? { email: 'Enter your email.' } : {}),
    send: ({ email = '' }) => send({ email: email.trim() }),
    onDone: onSent,
  });
  return (
    <FormBody submission={submission} action="Send a link" acting="Sending…" wide>
      <EmailField />
    </FormBody>
  );
}

/** Asks for a link that sets a new password. What it says is the same whether or not there is such an account. */
export function ForgotPage() {
  const [sent, setSent] = useState(false);
  const login = useLinkWithReturn('/login/');
  return (
    <SignInCard
      title="Forgotten password"
      lead="We send a link to your email that lets you choose a new one."
      footer={<TextLink href={login}>Back to signing in</TextLink>}
    >
      {sent ? (
        <Notice role="status" tone="good">
          If there is an account with that email, a link is on its way. On a server without mail,
          its administrator finds the link in the log.
        </Notice>
      ) : (
        <ForgotForm onSent={() => setSent(true)} />
      )}
    </SignInCard>
  );
}
