'use client';

import { Notice } from '../../components/ui/notice.tsx';
import type { Ending } from '../session/session-slice.ts';
import { useSession } from '../session/use-session.ts';

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
