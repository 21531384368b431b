'use client';

import { useSearchParams } from 'next/navigation';
import { COIN_ID } from './feed/feed-filters.ts';

/** What the address of the page says: `/sentiment/?coin=ethereum&label=negative`. */
type AddressPart =
  | 'coin'
  /** `all`: the list is about all coins, whichever the page is about. */
  | 'about'
  | 'view'
  | 'label'
  | 'source'
  | 'language';

const FIRST_COIN = 'bitcoin';

/** The coin that the page is about. */
export function usePageCoin(): string {
  const asked = useSearchParams().get('coin');
  return asked !== null && COIN_ID.test(asked) ? asked : FIRST_COIN;
}

/** The page's address with some of it changed; null takes a part away. */
function addressWith(
  now: string,
  change: Readonly<Partial<Record<AddressPart, string | null>>>,
): string {
  const address = new URL(now);
  for (const [part, value] of Object.entries(change)) {
    if (value === null) address.searchParams.delete(part);
    else address.searchParams.set(part, value);
  }
  return address.href;
}

/** Changes the address, as a step that Back undoes; the router hears of it by itself. */
export function changeAddress(change: Parameters<typeof addressWith>[1]): void {
  const now = window.location.href;
  const next = addressWith(now, change);
  if (next !== now) window.history.pushState(null, '', next);
}
