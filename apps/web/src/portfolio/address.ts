'use client';

import { useSearchParams } from 'next/navigation';

/** What the address of the page says: `/portfolio/?portfolio=…&tab=gains&year=2025`. */
export type AddressPart =
  | 'portfolio'
  | 'tab'
  /** A transaction to show in its tab. */
  | 'transaction'
  | 'method'
  | 'year'
  | 'asset';

/** Null: the address does not say. */
export function useAddressPart(part: AddressPart): string | null {
  return useSearchParams().get(part);
}

export type AddressChange = Readonly<Partial<Record<AddressPart, string | null>>>;

/** The page's address with some of it changed; null takes a part away. */
export function addressWith(now: URL, change: AddressChange): URL {
  const address = new URL(now);
  for (const [part, value] of Object.entries(change)) {
    if (value === null) address.searchParams.delete(part);
    else address.searchParams.set(part, value);
  }
  return address;
}

/** Changes the address, as a step that Back undoes; the router hears of it by itself. */
export function changeAddress(change: AddressChange): void {
  const now = new URL(window.location.href);
  const next = addressWith(now, change);
  if (next.href !== now.href) window.history.pushState(null, '', next);
}
