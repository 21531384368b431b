'use client';

import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { usePreferencesQuery } from '../../account/account-api.ts';
import { useSession } from '../../account/session/use-session.ts';
import { useHiddenAmounts } from './hidden-amounts.ts';
import type { Reader } from './number-text.ts';

/** How figures are to be shown. */
export interface Reading extends Reader {
  /** No money, no quantities. */
  isHidden: boolean;
}

const ReadingContext = createContext<Reading>({ locale: 'en', currency: 'USD', isHidden: false });

export const ReadingProvider = ReadingContext.Provider;

/** How the figures around here are shown. */
export function useReading(): Reading {
  return useContext(ReadingContext);
}

/** Shows what is in it in a currency, as the account's language and this browser's switch have it. */
export function AsReader({ currency, children }: { currency: string; children: ReactNode }) {
  const { status } = useSession();
  const { currentData } = usePreferencesQuery(undefined, { skip: status !== 'signed_in' });
  const isHidden = useHiddenAmounts();
  const locale = currentData?.locale ?? 'en';
  const reading = useMemo(() => ({ locale, currency, isHidden }), [locale, currency, isHidden]);
  return <ReadingProvider value={reading}>{children}</ReadingProvider>;
}
