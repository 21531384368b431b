'use client';

import { useSyncExternalStore } from 'react';
import { Notice } from '../../components/ui/notice.tsx';
import type { Ending } from '../session/session-slice.ts';
import { useSession } from '../session/use-session.ts';

const noChanges = () => () => undefined;

/** Browsers keep a `Secure` cookie on https and on this machine's own name alone. */
function isInsecure(): boolean {
  return !window.isSecureContext;
}

/** Says so where this page came over plain http from another host: the session cannot be kept there. */
export function InsecureNotice() {
  const insecure = useSyncExternalStore(noChanges, isInsecure, () => false);
  if (!insecure) return null;
  return (
    <Notice tone="notice">
      This page came over plain http, so the password can be read on the way, and the browser will
      not keep you signed in. Open Tidemark over https, or at localhost on the machine it runs on.
    </Notice>
  );
}

const WORDS: Record<Ending, string> = {
  signed_out: 'You are signed out.',
  expired: 'Your session has ended. Sign in to go on.',
  deleted: 'Your account is deleted.',
};

/** Why the person finds themselves here, when they were signed in before. */
export function EndingNotice() {
  const { ending } = useSession();
  if (ending === null) return null;
  return (
    <Notice role="status" tone={ending === 'expired' ? 'notice' : 'plain'}>
      {WORDS[ending]}
    </Notice>
  );
}
