'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect, type ReactNode } from 'react';
import type { User } from '@tidemark/contracts/user';
import { Notice } from '../components/ui/notice.tsx';
import { withReturn } from './return-path.ts';
import { useSession } from './session/use-session.ts';

interface SignedInOnlyProps {
  /** What holds the page's place until it is known who is there. */
  waiting: ReactNode;
  children: (user: User) => ReactNode;
}

/** A page for whoever is signed in; others are sent to sign in first, and back here afterwards. */
export function SignedInOnly({ waiting, children }: SignedInOnlyProps) {
  const { status, user, unreachable } = useSession();
  const router = useRouter();
  const path = usePathname();
  useEffect(() => {
    if (status !== 'signed_out') return;
    router.replace(withReturn('/login/', `${path}${window.location.search}`));
  }, [status, path, router]);
  if (user !== null) return children(user);
  return (
    <>
      {unreachable && (
        <Notice tone="notice" role="status" className="mx-auto mb-4 max-w-3xl">
          The server is out of reach. Your session is taken up again when it answers.
        </Notice>
      )}
      {waiting}
    </>
  );
}
