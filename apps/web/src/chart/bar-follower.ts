import type { Interval } from '@tidemark/contracts/candle';
import { marketApi } from '../market/market-api.ts';
import type { RootState, Store } from '../store/store.ts';
import { BarSeries } from './bar-series.ts';
import type { Bar } from './bars.ts';
import { RANGES, type RangeId, TAIL_BARS } from './ranges.ts';

/** Bars that are asked for at a time while panning. */
const OLDER_BARS = 500;

/**
 * The bars of a coin and a range as the store has them: its history, its newest candles, its price between two answers,
 * and what is asked for to the left. Where an answer does not reach what is known, it asks for what lies between.
 */
export class BarFollower {
  readonly coin: string;
  readonly rangeId: RangeId;
  readonly #interval: Interval;
  readonly #store: Store;
  readonly #series: BarSeries;
  readonly #onBars: () => void;
  #seen: { history?: unknown; tail?: unknown; tick?: unknown } = {};
  #isAsking = false;
  #isStopped = false;

  /** @param onBars called when older bars came; what `follow` changes, it answers */
  constructor(store: Store, coin: string, rangeId: RangeId, onBars: () => void) {
    const { interval, intervalMs } = RANGES[rangeId];
    this.coin = coin;
    this.rangeId = rangeId;
    this.#interval = interval;
    this.#store = store;
    this.#series = new BarSeries(intervalMs);
    this.#onBars = onBars;
  }

  /** Oldest first, each time once; empty until the first answer. */
  get bars(): readonly Bar[] {
    return this.#series.bars;
  }

  /** Whether no older bar exists on the server, as far as it has told. */
  get isWhole(): boolean {
    return this.#series.isWhole;
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** Takes what is new in the store; whether bars changed. */
  follow(): boolean {
    const before = this.bars;
    const state = this.#store.getState();
    this.#takeHistory(state);
    if (this.bars.length > 0) {
      this.#takeTail(state);
      this.#takeTick(state);
    }
    return this.bars !== before;
  }

  /** Asks for bars that are older than those there are, unless none exist or an answer is still to come. */
  async loadOlder(): Promise<void> {
    const [first] = this.bars;
    if (first === undefined || this.isWhole) return;
    await this.#ask(() => this.#takeOlder(first.time));
  }

  #takeHistory(state: RootState): void {
    const { limit } = RANGES[this.rangeId];
    const query = { coin: this.coin, interval: this.#interval, limit };
    const { data } = marketApi.endpoints.history.select(query)(state);
    if (data === undefined || data === this.#seen.history) return;
    this.#seen.history = data;
    const answer = { bars: data.candles, limit, before: Infinity };
    if (!this.#series.take(answer)) this.#series.restart(answer);
    const [first] = data.candles;
    if (first !== undefined && this.#reachesBefore(first.time)) {
      void this.#ask(() => this.#readAgainBefore(first.time));
    }
  }

  #takeTail(state: RootState): void {
    const query = { coin: this.coin, interval: this.#interval, limit: TAIL_BARS };
    const { data } = marketApi.endpoints.tail.select(query)(state);
    if (data === undefined || data === this.#seen.tail) return;
    this.#seen.tail = data;
    const answer = { bars: data.candles, limit: TAIL_BARS, before: Infinity };
    if (this.#series.take(answer)) return;
    this.#store.dispatch(marketApi.util.invalidateTags(['Candles']));
  }

  #takeTick(state: RootState): void {
    const tick = state.prices.byCoin[this.coin];
    if (tick === undefined || tick === this.#seen.tick) return;
    this.#seen.tick = tick;
    this.#series.tick(tick.price, Date.parse(tick.timestamp));
  }

  #reachesBefore(time: number): boolean {
    return (this.bars[0]?.time ?? Infinity) < time;
  }

  /** What lies left of the newest answer may have been repaired since it was read. */
  async #readAgainBefore(time: number): Promise<void> {
    let before: number | null = time;
    while (before !== null && this.#reachesBefore(before)) before = await this.#takeOlder(before);
  }

  /** Takes the bars right before a time; answers the open of the oldest, null when there is no more to ask. */
  async #takeOlder(before: number): Promise<number | null> {
    const query = { coin: this.coin, interval: this.#interval, limit: OLDER_BARS, before };
    const request = marketApi.endpoints.older.initiate(query, {
      subscribe: false,
      forceRefetch: true,
    });
    const { data } = await this.#store.dispatch(request);
    if (data === undefined || this.#isStopped) return null;
    if (!this.#series.take({ bars: data, limit: OLDER_BARS, before })) return null;
    this.#onBars();
    return data.length < OLDER_BARS ? null : (data[0]?.time ?? null);
  }

  async #ask(work: () => Promise<unknown>): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    await work().finally(() => (this.#isAsking = false));
  }
}
