import type { Exchange } from '@tidemark/contracts/exchange';

export const EXCHANGE_NAMES: Record<Exchange, string> = {
  binance: 'Binance',
  coinbase: 'Coinbase',
};

/** Joins names as a sentence does: `Binance and Coinbase`. */
export function joinNames(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
