import { INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import type { Bar } from '../book/bar.ts';
import type { BarReader } from './bar-reader.ts';
import { RATE_LISTING, RATE_PAIRS, USDC_IN_USDT } from '../coins/rate-listings.ts';
import type { Listing } from '../coins/listing.ts';
import type { CandleStore } from '../store/candle-store.ts';
import {
  productRate,
  rateReach,
  witnessedRate,
  type BarRate,
  type RateProduct,
  type RateWitnesses,
} from '../rates/bar-rates.ts';

/** Bars of the rate that one read may take: as many as the venue's bars, which may have holes, can span. */
const MOST_RATES = 5_000;
/** Further away than any rate is kept, ms. */
const FAR = 400 * INTERVAL_MS['1d'];

/** Reads what turned USDT into USD in the past. */
export class RateReader {
  readonly #bars: BarReader;
  readonly #store: CandleStore;

  constructor(bars: BarReader, store: CandleStore) {
    this.#bars = bars;
    this.#store = store;
  }

  /** The rate at the bars that open at these times, epoch ms, whatever range they were asked for in. Never nothing. */
  async at(interval: Interval, times: readonly number[]): Promise<(time: number) => BarRate> {
    const product = await this.#product(interval, times);
    const traded = productRate(product, interval);
    const unknown = times.filter((time) => traded(time) === null);
    const witnesses = await this.#witnesses(interval, unknown);
    const other = witnessedRate(product, witnesses, interval);
    return (time) => traded(time) ?? other(time);
  }

  async #product(interval: Interval, times: readonly number[]): Promise<RateProduct> {
    const coverage = (await this.#store.coverage([RATE_LISTING]))(RATE_LISTING);
    if (times.length === 0) return { bars: [], coverage };
    const span = spanOf(times);
    const read = (from: number, to: number, limit: number) =>
      this.#bars.read(RATE_LISTING, interval, { from, to, limit });
    const [before, within] = await Promise.all([
      read(span.from - FAR, span.from, 1),
      read(span.from, span.to, MOST_RATES),
    ]);
    const known = [...before, ...within];
    if (known.length > 0) return { bars: known, coverage };
    return { bars: await read(span.from, span.from + rateReach(interval), MOST_RATES), coverage };
  }

  async #witnesses(interval: Interval, times: readonly number[]): Promise<RateWitnesses> {
    if (times.length === 0) return { usdcInUsdt: [], pairs: [] };
    const range = { ...spanOf(times), limit: MOST_RATES };
    const read = (product: Omit<Listing, 'quote'>): Promise<Bar[]> =>
      this.#bars.read({ ...product, quote: 'USD' }, interval, range);
    const pairs = RATE_PAIRS.map(async ({ usd, usdt }) => ({
      usd: await read(usd),
      usdt: await read(usdt),
    }));
    return {
      usdcInUsdt: await read(USDC_IN_USDT),
      pairs: await Promise.all(pairs),
    };
  }
}

function spanOf(times: readonly number[]): { from: number; to: number } {
  return { from: Math.min(...times), to: Math.max(...times) + 1 };
}
