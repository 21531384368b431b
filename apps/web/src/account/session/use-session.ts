'use client';

import { useEffect } from 'react';
import { useAppDispatch, useAppSelector } from '../../store/store-provider.tsx';
import { forgetOwn } from '../../store/store.ts';
import { browserSession } from './browser-session.ts';
import { sessionChanged, type SessionState } from './session-slice.ts';

/** Whether somebody is signed in, and who. */
export function useSession(): SessionState {
  return useAppSelector((state) => state.session);
}

/** Looks again when the page is seen again or the network is back: tabs that sleep hear nothing. */
function followPage(check: () => void): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  document.addEventListener('visibilitychange', () => !document.hidden && check(), { signal });
  window.addEventListener('pageshow', (event) => event.persisted && check(), { signal });
  window.addEventListener('online', check, { signal });
  return () => ends.abort();
}

/** Takes up the browser's session and keeps the store told of it. For the frame, once. */
export function useSessionKeeping(): void {
  const dispatch = useAppDispatch();
  useEffect(() => {
    const keeper = browserSession();
    keeper.start((state) => dispatch(sessionChanged(state)));
    return followPage(() => keeper.check());
  }, [dispatch]);

  const { user } = useSession();
  const whose = user?.user_id ?? null;
  // What was read for one person is not for the next.
  useEffect(() => {
    if (whose === null) return;
    return () => forgetOwn(dispatch);
  }, [whose, dispatch]);
}
