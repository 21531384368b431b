import type { Interval } from '@tidemark/contracts/candle';
import { marketApi } from '../market/market-api.ts';
import type { RootState, Store } from '../store/store.ts';
import { BarSeries } from './bar-series.ts';
import { extentOf, type Bar, type Extent } from './bars.ts';
import { ChartView, type ChartKind } from './chart-view.ts';
import type { Overlay } from './overlays.ts';
import { readPalette } from './palette.ts';
import { RANGES, type RangeId } from './ranges.ts';
import { TAIL_BARS } from './tail.ts';

const OLDER_BARS = 500;

export interface Reading {
  /** The bar under the crosshair, else the newest. */
  bar: Bar;
  isHovered: boolean;
  /** How many bars are loaded. */
  count: number;
  /** The open of the newest bar, epoch ms. */
  newestTime: number;
  /** Of the bars of the range, for readers who do not see the drawing. */
  extent: Extent;
}

interface Shown {
  coin: string;
  rangeId: RangeId;
  interval: Interval;
}

/** A chart that follows the store: history, then ticks, and candles that replace what ticks guessed. */
export class LiveChart {
  readonly #store: Store;
  readonly #view: ChartView;
  readonly #container: HTMLElement;
  readonly #onReading: (reading: Reading | null) => void;
  readonly #unsubscribe: () => void;
  #shown: Shown | null = null;
  #series = new BarSeries(1);
  #seen: { history?: unknown; tail?: unknown; tick?: unknown } = {};
  #hovered: number | null = null;
  #loadingOlder = false;
  #reachedStart = false;

  constructor(
    container: HTMLElement,
    store: Store,
    kind: ChartKind,
    onReading: (reading: Reading | null) => void,
  ) {
    this.#store = store;
    this.#container = container;
    this.#onReading = onReading;
    this.#view = new ChartView(container, readPalette(container), kind, {
      onHover: (time) => {
        this.#hovered = time;
        this.#read();
      },
      onNearStart: () => void this.#loadOlder(),
    });
    this.#unsubscribe = store.subscribe(() => this.#follow());
  }

  /** Shows another coin or range. What was drawn stays until the new bars are there. */
  show(coin: string, rangeId: RangeId): void {
    const { interval, intervalMs } = RANGES[rangeId];
    this.#shown = { coin, rangeId, interval };
    this.#series = new BarSeries(intervalMs);
    this.#seen = {};
    this.#reachedStart = false;
    this.#follow();
  }

  setKind(kind: ChartKind): void {
    this.#view.setKind(kind, this.#series.bars);
  }

  /** Draws these overlays with the price, and no others. */
  setOverlays(overlays: readonly Overlay[]): void {
    this.#view.setOverlays(overlays, this.#series.bars);
  }

  /** Reads the colours anew after the theme changed. */
  readTheme(): void {
    this.#view.setPalette(readPalette(this.#container), this.#series.bars);
  }

  /** See `ChartView.nudge`. */
  nudge(shift: number, scale?: number): void {
    this.#view.nudge(shift, scale);
  }

  /** Back to the newest bars of the range. */
  reset(): void {
    if (this.#shown === null) return;
    this.#view.showNewest(RANGES[this.#shown.rangeId].visible, this.#series.bars.length);
  }

  destroy(): void {
    this.#unsubscribe();
    this.#view.destroy();
  }

  #follow(): void {
    if (this.#shown === null) return;
    const state = this.#store.getState();
    this.#takeHistory(state, this.#shown);
    if (this.#series.bars.length === 0) return;
    this.#takeTick(state, this.#shown);
    this.#takeTail(state, this.#shown);
  }

  #takeHistory(state: RootState, { coin, rangeId, interval }: Shown): void {
    const { limit } = RANGES[rangeId];
    const { data } = marketApi.endpoints.history.select({ coin, interval, limit })(state);
    if (data === undefined || data === this.#seen.history) return;
    const isFirst = this.#seen.history === undefined;
    this.#seen.history = data;
    this.#reachedStart = false;
    this.#series.merge(data.candles);
    this.#view.setBars(this.#series.bars);
    if (isFirst) this.reset();
    this.#read();
  }

  #takeTick(state: RootState, { coin }: Shown): void {
    const tick = state.prices.byCoin[coin];
    if (tick === undefined || tick === this.#seen.tick) return;
    this.#seen.tick = tick;
    const bar = this.#series.tick(tick.price, Date.parse(tick.timestamp));
    if (bar === null) return;
    this.#view.updateBars([bar]);
    this.#read();
  }

  #takeTail(state: RootState, { coin, interval }: Shown): void {
    const args = { coin, interval, limit: TAIL_BARS };
    const { data } = marketApi.endpoints.tail.select(args)(state);
    if (data === undefined || data === this.#seen.tail) return;
    this.#seen.tail = data;
    const changed = this.#series.patch(data.candles);
    this.#view.updateBars(changed);
    if (changed.length > 0) this.#read();
  }

  async #loadOlder(): Promise<void> {
    const [first] = this.#series.bars;
    const shown = this.#shown;
    if (this.#loadingOlder || this.#reachedStart || first === undefined || shown === null) return;
    this.#loadingOlder = true;
    const query = { ...shown, limit: OLDER_BARS, before: first.time };
    const request = marketApi.endpoints.older.initiate(query, { subscribe: false });
    const { data } = await this.#store.dispatch(request);
    this.#loadingOlder = false;
    if (shown !== this.#shown || data === undefined) return;
    this.#reachedStart = data.length === 0;
    this.#series.merge(data);
    this.#view.setBars(this.#series.bars);
    this.#read();
  }

  #read(): void {
    const { bars } = this.#series;
    const newest = bars.at(-1);
    const extent = this.#shown && extentOf(bars, RANGES[this.#shown.rangeId].visible);
    if (newest === undefined || extent === null) {
      this.#onReading(null);
      return;
    }
    const hovered = bars.find(({ time }) => time === this.#hovered);
    this.#onReading({
      bar: hovered ?? newest,
      isHovered: hovered !== undefined,
      count: bars.length,
      newestTime: newest.time,
      extent,
    });
  }
}
