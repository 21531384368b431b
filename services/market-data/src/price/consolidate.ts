import type { Exchange } from '@tidemark/contracts/exchange';
import type { PriceQuality, PriceSource } from '@tidemark/contracts/price';
import { DOLLAR, isTraded, type DollarRate } from '../rates/dollar-rate.ts';
import { significant } from '../book/exact.ts';

/** What one venue says of a coin at a moment. Prices in the venue's quote currency, times epoch ms. */
export interface VenueView {
  exchange: Exchange;
  product: string;
  quote: 'USD' | 'USDT';
  last: { price: number; time: number } | null;
  book: { bid: number; ask: number; time: number } | null;
  /** Trailing turnover in USD; null when it is not known yet. */
  turnoverUsd: number | null;
  /** Whether the feed is up: a quote of a dead feed grows old sooner. */
  connected: boolean;
}

export interface ConsolidationOptions {
  /** A quote older than this is left out, ms. */
  maxAgeMs: number;
  /** The same when the venue's feed is down, ms. */
  maxAgeDownMs: number;
  /** Robust deviations from the median beyond which a quote is left out. */
  outlierDeviations: number;
  /** No deviation is taken for smaller than this share of the median. */
  deviationFloor: number;
}

export const DEFAULT_CONSOLIDATION: ConsolidationOptions = {
  maxAgeMs: 60_000,
  maxAgeDownMs: 10_000,
  outlierDeviations: 5,
  deviationFloor: 0.002,
};

export interface Consolidated {
  /** USD; null when no venue has a fresh quote. */
  price: number | null;
  /** Epoch ms of the newest quote in it. */
  time: number | null;
  quality: PriceQuality;
  sources: PriceSource[];
}

/**
 * The volume-weighted mean of the venues' last prices in USD, without quotes that are too old or too far from the
 * median. A rate of USDT that is not traded makes the price `degraded`. Deviation is the median absolute deviation × 1.4826 (Rousseeuw & Croux 1993), with a floor. Where only two
 * venues are fresh and `anchor` (the last published price) is given, it takes part in the median, so that the venue
 * that jumped away is the one left out.
 */
export function consolidate(
  views: readonly VenueView[],
  usdt: DollarRate,
  now: number,
  anchor: number | null,
  options: ConsolidationOptions = DEFAULT_CONSOLIDATION,
): Consolidated {
  const quotes = views.map((view) => quoteOf(view, usdt, now, options));
  const fresh = quotes.filter((quote) => quote.status === 'used');
  markOutliers(fresh, anchor, options);
  const used = fresh.filter((quote) => quote.status === 'used');
  weigh(used);
  const time = Math.max(...used.map((quote) => now - (quote.age_ms ?? 0)));
  return {
    price:
      used.length > 0
        ? significant(used.reduce((sum, q) => sum + q.weight * (q.price ?? 0), 0))
        : null,
    time: used.length > 0 ? time : null,
    quality: used.length === 0 ? 'stale' : isWhole(views, used, usdt) ? 'live' : 'degraded',
    sources: quotes.map(({ turnover: _turnover, ...source }) => source),
  };
}

/** Every venue takes part, and what converts one of them is traded. */
function isWhole(views: readonly VenueView[], used: readonly Quote[], usdt: DollarRate): boolean {
  const converted = used.some((quote) => quote.rate_basis !== null);
  return used.length === views.length && (!converted || isTraded(usdt));
}

type Quote = PriceSource & { turnover: number | null };

function quoteOf(
  view: VenueView,
  usdt: DollarRate,
  now: number,
  options: ConsolidationOptions,
): Quote {
  const rate = view.quote === 'USD' ? DOLLAR : usdt;
  const said = saidBy(view, now, options);
  const age = said ? Math.max(0, Math.round(now - said.time)) : null;
  return {
    exchange: view.exchange,
    product: view.product,
    price: said ? significant(said.price * rate.value) : null,
    age_ms: age,
    weight: 0,
    status: statusOf(age, ageBound(view, options)),
    basis: said?.basis ?? null,
    quote_currency: view.quote,
    usd_rate: rate.value,
    rate_basis: rate.basis,
    rate_uncertainty: rate.uncertainty,
    turnover: view.turnoverUsd,
  };
}

function statusOf(age: number | null, bound: number): PriceSource['status'] {
  if (age === null) return 'missing';
  return age > bound ? 'stale' : 'used';
}

function ageBound(view: VenueView, options: ConsolidationOptions): number {
  return view.connected ? options.maxAgeMs : options.maxAgeDownMs;
}

/** The last trade; where it is too old and the book is not, the book's mid. */
function saidBy(view: VenueView, now: number, options: ConsolidationOptions) {
  const bound = ageBound(view, options);
  const { last, book } = view;
  if (last && now - last.time <= bound) return { ...last, basis: 'trade' as const };
  if (book && now - book.time <= bound) {
    return { price: (book.bid + book.ask) / 2, time: book.time, basis: 'mid' as const };
  }
  return last ? { ...last, basis: 'trade' as const } : null;
}

function markOutliers(
  quotes: readonly Quote[],
  anchor: number | null,
  options: ConsolidationOptions,
): void {
  const prices = quotes.map((quote) => quote.price ?? 0);
  if (prices.length < 2) return;
  if (prices.length === 2 && anchor !== null) prices.push(anchor);
  const middle = median(prices);
  const spread = 1.4826 * median(prices.map((price) => Math.abs(price - middle)));
  const deviation = Math.max(spread, options.deviationFloor * middle);
  for (const quote of quotes) {
    const distance = Math.abs((quote.price ?? 0) - middle);
    if (distance > options.outlierDeviations * deviation) quote.status = 'outlier';
  }
}

/** Shares by turnover; equal ones while any turnover is unknown. */
function weigh(used: readonly Quote[]): void {
  const known = used.every((quote) => quote.turnover !== null && quote.turnover > 0);
  const total = used.reduce((sum, quote) => sum + (quote.turnover ?? 0), 0);
  for (const quote of used) {
    quote.weight = known ? (quote.turnover ?? 0) / total : 1 / used.length;
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
