'use client';

import { useRouter } from 'next/navigation';
import { pathHere } from '../account/path-here.ts';
import { withReturn } from '../account/return-path.ts';
import { useSession } from '../account/session/use-session.ts';
import { useSend, whyNot } from '../account/use-send.ts';
import { say } from '../components/ui/toasts.ts';
import { isIn, starredList } from './watched.ts';
import { useWatchlistsQuery } from './watchlist-api.ts';
import { coinChanges } from './watchlist-changes.ts';

export interface Star {
  isOn: boolean;
  /** It is not known yet who is there, or what they watch. */
  isWaiting: boolean;
  toggle: () => void;
}

/** Whether a coin is in the first watchlist, and what puts it in or takes it out; without a session it leads to signing in. */
export function useStar(coinId: string, name: string): Star {
  const router = useRouter();
  const { status } = useSession();
  const { isOn, isKnown, isFetching, refetch } = useWatchlistsQuery(undefined, {
    skip: status !== 'signed_in',
    // What shows a star draws anew when its own coin is put in or taken out, and not when another is.
    selectFromResult: (result) => ({
      isOn: isIn(starredList(result.currentData), coinId),
      isKnown: result.currentData !== undefined,
      isFetching: result.isFetching && result.currentData === undefined,
    }),
  });
  const put = useSend(coinChanges.endpoints.watchCoin);
  const take = useSend(coinChanges.endpoints.unwatchCoin);

  async function change() {
    const known: { error?: unknown } = isKnown ? {} : await refetch();
    if (known.error !== undefined) return known;
    const wish = { listId: null, coinId };
    return isOn ? take(wish) : put(wish);
  }
  async function toggle() {
    const why = whyNot(await change());
    if (why !== null)
      say(`${name} is ${isOn ? 'still' : 'not'} watched. ${why}`, { tone: 'fault' });
  }
  return {
    isOn,
    isWaiting: status === 'signed_in' ? isFetching : status !== 'signed_out',
    toggle: () => {
      if (status === 'signed_out') router.push(withReturn('/login/', pathHere()));
      else void toggle();
    },
  };
}
