import type { HistoryReach } from '@tidemark/contracts/history-reach';
import type { Listing } from '../coins/listing.ts';
import { RATE_LISTINGS, RATE_PAIRS } from '../coins/rate-listings.ts';
import type { UniverseCoin } from '../coins/universe.ts';
import type { DailyReach } from '../store/deep-history-store.ts';

/** Coins whose bars tell what a USDT was in dollars: where any coin goes back, they do. ADR 0019. */
const WITNESSES = new Set(
  [...RATE_LISTINGS, ...RATE_PAIRS.map(({ usd }) => usd)].map((l) => l.coinId),
);

/** Since when daily candles of a coin are wanted, epoch ms; undefined: no further back than of every coin. */
export function wantedOf(wanted: ReadonlyMap<string, number>, coinId: string): number | undefined {
  if (WITNESSES.has(coinId) && wanted.size > 0) return Math.min(...wanted.values());
  return wanted.get(coinId);
}

/** The products that tell the dollar rate come first: no day is whole before they are. */
export function isWitness(coinId: string): boolean {
  return WITNESSES.has(coinId);
}

/**
 * How far back a coin's daily candles go, at all venues that list it. `listings`: of the whole universe that venues list.
 */
export function reachOf(
  coin: UniverseCoin,
  wanted: ReadonlyMap<string, number>,
  reaches: readonly DailyReach[],
  listings: readonly Listing[],
): HistoryReach {
  const from = wanted.get(coin.coinId) ?? null;
  const of = (listing: Listing) =>
    reaches.find((r) => r.coinId === listing.coinId && r.exchange === listing.exchange);
  const own = listings.filter(({ coinId }) => coinId === coin.coinId);
  const covered = own.map((listing) => of(listing)?.coveredFrom ?? Infinity);
  const firsts = own.flatMap((listing) => of(listing)?.firstTime ?? []);
  const oldest = firsts.length > 0 ? Math.min(...firsts) : -Infinity;
  const reached = Math.max(...covered, oldest);
  const needed = listings.filter(({ coinId }) => coinId === coin.coinId || WITNESSES.has(coinId));
  const isThere = (since: number) =>
    needed.every((listing) => (of(listing)?.coveredFrom ?? Infinity) <= since);
  return {
    ...{ coin_id: coin.coinId, from },
    reached: Number.isFinite(reached) ? reached : null,
    done: from === null || isThere(from),
  };
}
