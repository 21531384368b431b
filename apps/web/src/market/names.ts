import type { Exchange } from '@tidemark/contracts/exchange';
import type { FeedStatus } from '@tidemark/contracts/feeds';

export const EXCHANGE_NAMES: Record<Exchange, string> = {
  binance: 'Binance',
  coinbase: 'Coinbase',
};

export const FEED_WORDS: Record<FeedStatus['status'], string> = {
  connecting: 'connecting',
  live: 'live',
  stalled: 'stalled',
  down: 'down',
};

/** Joins names as a sentence does: `Binance and Coinbase`. */
export function joinNames(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
