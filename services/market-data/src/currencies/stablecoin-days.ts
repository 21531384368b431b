import { INTERVAL_MS } from '@tidemark/contracts/candle';
import type { RateBasis } from '@tidemark/contracts/exchange';
import { significant } from '../book/exact.ts';
import { RATE_LISTING, USDC_IN_USDT } from '../coins/rate-listings.ts';
import { BarReader } from '../reading/bar-reader.ts';
import { RateReader } from '../reading/rate-reader.ts';
import type { CandleStore } from '../store/candle-store.ts';
import { isoDay, type KnownDay } from './carried-days.ts';

const DAY_MS = INTERVAL_MS['1d'];
const MOST_DAYS = 10_000;

/** What stablecoins were in dollars at the closes of days, by the daily bars that are stored. */
export class StablecoinDays {
  readonly #store: CandleStore;
  readonly #bars: BarReader;
  readonly #rates: RateReader;

  constructor(store: CandleStore) {
    this.#store = store;
    this.#bars = new BarReader(store);
    this.#rates = new RateReader(this.#bars);
  }

  /** USDT on days in [from, to), epoch ms: by its own product, or as ADR 0019 has it by what else was traded that day. */
  async usdt(from: number, to: number): Promise<KnownDay[]> {
    const times: number[] = [];
    for (let time = from; time < to; time += DAY_MS) times.push(time);
    const coverage = await this.#store.coverage([RATE_LISTING]);
    const asks = [{ interval: '1d' as const, times }];
    const [rate] = await this.#rates.at(asks, coverage(RATE_LISTING));
    const own = new Set((await this.#closes(RATE_LISTING, from, to)).map(({ time }) => time));
    return times.flatMap((time): KnownDay[] => {
      const { value = 0, basis = null } = rate?.(time) ?? {};
      const source = sourceOf(basis, own.has(time));
      return source === null
        ? []
        : [{ day: isoDay(time), usd: String(significant(value)), source }];
    });
  }

  /** USDC on days in [from, to), epoch ms: what it cost in USDT, where it is known what that was. */
  async usdc(from: number, to: number): Promise<KnownDay[]> {
    const dollars = new Map((await this.usdt(from, to)).map((one) => [one.day, one]));
    const closes = await this.#closes(USDC_IN_USDT, from, to);
    return closes.flatMap(({ time, close }): KnownDay[] => {
      const usdt = dollars.get(isoDay(time));
      if (!usdt || usdt.source === 'usdc') return [];
      const usd = String(significant(Number(close) * Number(usdt.usd)));
      return [{ day: usdt.day, usd, source: USDC_IN_USDT.exchange }];
    });
  }

  async #closes(listing: typeof RATE_LISTING, from: number, to: number) {
    const range = { from, to, limit: MOST_DAYS };
    const [[bars = []] = []] = await this.#bars.read([[{ listing, interval: '1d', range }]]);
    return bars;
  }
}

/** Null for the rate of another day: whoever asked carries that, and tells which day it is of. */
function sourceOf(basis: RateBasis | null, hasOwnBar: boolean): string | null {
  if (basis === 'product') return hasOwnBar ? RATE_LISTING.exchange : null;
  return basis === 'implied' || basis === 'usdc' ? basis : null;
}
