'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { FormBody } from '../../components/form/form-body.tsx';
import { newPasswordFaults, NewPasswordField } from '../../components/form/new-password-field.tsx';
import { useSubmission } from '../../components/form/use-submission.ts';
import { Notice } from '../../components/ui/notice.tsx';
import { TextLink, SignInCard } from './sign-in-card.tsx';
import { useSend } from '../use-send.ts';
import { signInApi } from './sign-in-api.ts';

const LABELS = { password: 'Password' };

/** The token of a link such as `/login/reset#token=…`: what is behind `#` reaches no server and no log. */
function tokenOfFragment(fragment: string): string | null {
  return new URLSearchParams(fragment.replace(/^#/, '')).get('token') || null;
}

let found: string | null = null;

/** The address's token; it is still known when it has been taken out of there. */
function tokenOfAddress(): string | null {
  found = tokenOfFragment(window.location.hash) ?? found;
  return found;
}

function onFragment(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The token of the address, which is taken out of there: it is to stay in no history. Undefined until it is known. */
function useTokenOfAddress(): string | null | undefined {
  const token = useSyncExternalStore(onFragment, tokenOfAddress, () => undefined);
  useEffect(() => {
    if (window.location.hash === '') return;
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }, [token]);
  return token;
}

function ResetForm({ token, onDone }: { token: string; onDone: () => void }) {
  const send = useSend(signInApi.endpoints.resetPassword);
  const submission = useSubmission({
    labels: LABELS,
    check: ({ password = '' }) => newPasswordFaults(password),
    send: ({ password = '' }) => send({ token, password }),
    onDone,
  });
  return (
    <FormBody submission={submission} action="Set password" acting="Setting…" wide>
      <NewPasswordField label="New password" />
    </FormBody>
  );
}

function Broken() {
  return (
    <Notice tone="notice">
      This link is not whole. Open the one from the mail again, or{' '}
      <TextLink href="/login/forgot/">ask for a new one</TextLink>.
    </Notice>
  );
}

/** Sets a new password with the token of a mailed link. */
export function ResetPage() {
  const token = useTokenOfAddress();
  const [isDone, setDone] = useState(false);
  return (
    <SignInCard
      title="New password"
      lead="Every session of your account ends when the password changes."
      footer={<TextLink href="/login/">Back to signing in</TextLink>}
    >
      {isDone && (
        <Notice role="status" tone="good">
          Your password is set. <TextLink href="/login/">Sign in with it</TextLink>.
        </Notice>
      )}
      {!isDone && token === null && <Broken />}
      {!isDone && typeof token === 'string' && (
        <ResetForm token={token} onDone={() => setDone(true)} />
      )}
    </SignInCard>
  );
}
