'use client';

import { useMemo } from 'react';
import { useCoinsQuery } from '../market/market-api.ts';

/** What an asset is called: `Bitcoin` for what is that coin, a currency by its name; null where nothing is known. */
export function useAssetNames(): (asset: string, coinId: string | null) => string | null {
  const { data: coins } = useCoinsQuery(undefined);
  return useMemo(() => {
    const names = new Map(coins?.map(({ coin_id, name }) => [coin_id, name]));
    return (asset, coinId) => (coinId === null ? currencyName(asset) : (names.get(coinId) ?? null));
  }, [coins]);
}

function currencyName(code: string): string | null {
  if (!/^[A-Z]{3}$/.test(code)) return null;
  try {
    const name = new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' }).of(code);
    return name ?? null;
  } catch {
    return null;
  }
}
