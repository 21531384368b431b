import { useCoinsQuery } from '../market/market-api.ts';

/** What a coin is called; of one that is not on this market its slug, which is told in words: `Shiba Inu`. */
export function useCoinName(): (coinId: string) => string {
  const { data: coins } = useCoinsQuery(undefined);
  return (coinId) => coins?.find((coin) => coin.coin_id === coinId)?.name ?? nameOfSlug(coinId);
}

function nameOfSlug(slug: string): string {
  return slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
