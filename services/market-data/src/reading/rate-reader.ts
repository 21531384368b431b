import { INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import type { Bar, CandleRange } from '../book/bar.ts';
import type { BarReader } from './bar-reader.ts';
import { RATE_LISTING, RATE_PAIRS, USDC_IN_USDT } from '../coins/rate-listings.ts';
import type { Coverage } from '../book/coverage.ts';
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

/** Bars of an interval that open at these times, epoch ms. */
export interface RateAsk {
  interval: Interval;
  times: readonly number[];
}

/** Reads what turned USDT into USD in the past. */
export class RateReader {
  readonly #bars: BarReader;

  constructor(bars: BarReader) {
    this.#bars = bars;
  }

  /**
   * For each of these the rate in its bars, whatever range they were asked for in. Never nothing. `coverage`: of the rate's
   * own product, read before.
   */
  async at(asks: readonly RateAsk[], coverage: Coverage): Promise<((time: number) => BarRate)[]> {
    const bars = await this.#productBars(asks);
    const rates = asks.map(({ interval, times }, i) => {
      const product: RateProduct = { bars: bars[i] ?? [], coverage };
      const traded = productRate(product, interval);
      const unknown = times.filter((time) => traded(time) === null);
      return { interval, product, traded, times: unknown };
    });
    const witnesses = await this.#witnesses(rates);
    return rates.map(({ interval, product, traded }, i) => {
      const other = witnessedRate(product, witnesses[i] ?? NOBODY, interval);
      return (time) => traded(time) ?? other(time);
    });
  }

  async #productBars(asks: readonly RateAsk[]): Promise<Bar[][]> {
    const read = (rangesOf: (span: Span, ask: RateAsk, i: number) => CandleRange[]) =>
      this.#bars.read(
        asks.map((ask, i) => {
          const ranges = ask.times.length === 0 ? [] : rangesOf(spanOf(ask.times), ask, i);
          return ranges.map((range) => ({ listing: RATE_LISTING, interval: ask.interval, range }));
        }),
      );
    const known = await read(({ from, to }) => [
      { from: from - FAR, to: from, limit: 1 },
      { from, to, limit: MOST_RATES },
    ]);
    const later = await read(({ from }, { interval }, i) =>
      known[i]?.flat().length === 0
        ? [{ from, to: from + rateReach(interval), limit: MOST_RATES }]
        : [],
    );
    return asks.map((_, i) => [...(known[i] ?? []), ...(later[i] ?? [])].flat());
  }

  async #witnesses(asks: readonly RateAsk[]): Promise<RateWitnesses[]> {
    const products = [USDC_IN_USDT, ...RATE_PAIRS.flatMap(({ usd, usdt }) => [usd, usdt])];
    const groups = await this.#bars.read(
      asks.map(({ interval, times }) => {
        if (times.length === 0) return [];
        const range = { ...spanOf(times), limit: MOST_RATES };
        return products.map((listing) => ({ listing, interval, range }));
      }),
    );
    return groups.map(([usdcInUsdt = [], ...pairs]) => ({
      usdcInUsdt,
      pairs: RATE_PAIRS.map((_, i) => ({ usd: pairs[2 * i] ?? [], usdt: pairs[2 * i + 1] ?? [] })),
    }));
  }
}

const NOBODY: RateWitnesses = { usdcInUsdt: [], pairs: [] };

interface Span {
  from: number;
  to: number;
}

function spanOf(times: readonly number[]): Span {
  return { from: Math.min(...times), to: Math.max(...times) + 1 };
}
