'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useSyncExternalStore } from 'react';
import { HOME, returnPath, withReturn } from './return-path.ts';
import { useSession } from './session/use-session.ts';

const PARAMETER = 'next';
const noChanges = () => () => undefined;

function askedPath(): string {
  return returnPath(new URLSearchParams(window.location.search).get(PARAMETER));
}

/** Where the person goes after signing in, as the address says: `/login/?next=/profile/`. */
export function useReturnPath(): string {
  return useSyncExternalStore(noChanges, askedPath, () => HOME);
}

/** A link to another page for signing in that leads back to the same place. */
export function useLinkWithReturn(page: string): string {
  return withReturn(page, useReturnPath());
}

/** Leaves a page for signing in as soon as somebody is signed in, here or in another tab. */
export function useReturnOnceSignedIn(): void {
  const router = useRouter();
  const { status } = useSession();
  const path = useReturnPath();
  useEffect(() => {
    if (status === 'signed_in') router.replace(path);
  }, [status, path, router]);
}
