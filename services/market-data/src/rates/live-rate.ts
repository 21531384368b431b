import type { Exchange } from '@tidemark/contracts/exchange';
import { RATE_LISTING, RATE_PAIRS, USDC_IN_USDT } from '../coins/rate-listings.ts';
import type { Listing } from '../coins/listing.ts';
import { implied, lastKnown, PEG, throughUsdc, traded, type DollarRate } from './dollar-rate.ts';

/** A stablecoin's own product is believed this long after it was last seen, ms. */
const STABLE_MAX_AGE = 10 * 60_000;
/** Prices of a coin that are compared must both be this new, ms: it moves. */
const COIN_MAX_AGE = 15_000;

/** The newest prices that were seen, with epoch ms in the market's time. */
export interface SeenPrices {
  last(exchange: Exchange, product: string): { price: number; time: number } | null;
  book(exchange: Exchange, product: string): { bid: number; ask: number; time: number } | null;
  /** The dollar price of USDT that another replica, or an earlier process, last saw trades at. */
  readonly toldRate: { price: number; time: number } | null;
}

/** USD per USDT at `now` (epoch ms), by the first of the sources that has something to say. Never nothing. ADR 0019. */
export function liveRate(board: SeenPrices, now: number): DollarRate {
  return byProduct(board, now) ?? byCoins(board, now) ?? byUsdc(board, now) ?? lastOne(board, now);
}

function byProduct(board: SeenPrices, now: number): DollarRate | null {
  const seen = priceOf(board, RATE_LISTING, now, STABLE_MAX_AGE);
  if (seen !== null) return traded(seen);
  const told = board.toldRate;
  return told && now - told.time <= STABLE_MAX_AGE ? traded(told.price) : null;
}

function byCoins(board: SeenPrices, now: number): DollarRate | null {
  return implied(
    RATE_PAIRS.flatMap(({ usd, usdt }) => {
      const inUsd = priceOf(board, usd, now, COIN_MAX_AGE);
      const inUsdt = priceOf(board, usdt, now, COIN_MAX_AGE);
      return inUsd !== null && inUsdt !== null ? [inUsd / inUsdt] : [];
    }),
  );
}

function byUsdc(board: SeenPrices, now: number): DollarRate | null {
  const inUsdt = priceOf(board, USDC_IN_USDT, now, STABLE_MAX_AGE);
  return inUsdt === null ? null : throughUsdc(inUsdt);
}

function lastOne(board: SeenPrices, now: number): DollarRate {
  const own = board.last(RATE_LISTING.exchange, RATE_LISTING.product);
  const known = [own, board.toldRate].filter((rate) => rate !== null);
  const [last] = known.sort((a, b) => b.time - a.time);
  return last ? lastKnown(last.price, now - last.time) : PEG;
}

/** The last trade, or the middle of the book, if it is new enough. */
function priceOf(
  board: SeenPrices,
  { exchange, product }: Pick<Listing, 'exchange' | 'product'>,
  now: number,
  maxAge: number,
): number | null {
  const last = board.last(exchange, product);
  if (last && now - last.time <= maxAge) return last.price;
  const book = board.book(exchange, product);
  return book && now - book.time <= maxAge ? (book.bid + book.ask) / 2 : null;
}
