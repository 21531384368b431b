import type { CurrencyRate } from '@tidemark/contracts/currency-rate';
import type { RateBasis } from '@tidemark/contracts/exchange';
import { significant } from '../book/exact.ts';
import { RATE_LISTING, USDC_IN_USDT } from '../coins/rate-listings.ts';
import type { QuoteBoard } from '../quotes/quote-board.ts';

/** A stablecoin's own product is believed this long after it was last seen, ms; as for the dollar rate. */
const MAX_AGE = 10 * 60_000;

const QUALITY: Readonly<Record<RateBasis, CurrencyRate['quality']>> = {
  product: 'good',
  implied: 'degraded',
  usdc: 'degraded',
  last: 'stale',
  peg: 'stale',
};

/** What a USDT is in dollars at `now`, epoch ms, by the sources of ADR 0019 in their order. */
export function usdtNow(board: QuoteBoard, now: number): CurrencyRate {
  const { value, basis } = board.usdtRate(now);
  const known = basis ?? 'peg';
  return {
    code: 'USDT',
    usd: String(significant(value)),
    source: known === 'product' ? RATE_LISTING.exchange : known,
    as_of: known === 'product' || known === 'last' ? seenAt(board) : known === 'peg' ? null : now,
    quality: QUALITY[known],
  };
}

/** What a USDC is in dollars: what it costs in USDT, and a dollar while that is not known. */
export function usdcNow(board: QuoteBoard, now: number): CurrencyRate {
  const usdt = usdtNow(board, now);
  const { exchange, product } = USDC_IN_USDT;
  const last = board.last(exchange, product);
  const book = board.book(exchange, product);
  const mid = book && { price: (book.bid + book.ask) / 2, time: book.time };
  const seen = [last, mid].find((one) => one && now - one.time <= MAX_AGE);
  // What was concluded from USDC says nothing of it.
  if (!seen || usdt.usd === null || ['usdc', 'peg', 'last'].includes(usdt.source)) {
    return { code: 'USDC', usd: '1', source: 'peg', as_of: null, quality: 'stale' };
  }
  const usd = String(significant(seen.price * Number(usdt.usd)));
  return { ...usdt, code: 'USDC', usd, source: exchange, as_of: Math.round(seen.time) };
}

/** When USDT was last seen to trade against dollars, here or by another replica, epoch ms. */
function seenAt(board: QuoteBoard): number | null {
  const { exchange, product } = RATE_LISTING;
  const seen = [
    board.last(exchange, product)?.time,
    board.book(exchange, product)?.time,
    board.toldRate?.time,
  ].filter((time) => time !== undefined);
  return seen.length === 0 ? null : Math.round(Math.max(...seen));
}
