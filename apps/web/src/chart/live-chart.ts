import type { Store } from '../store/store.ts';
import { BarFollower } from './bar-follower.ts';
import { extentOf, type Bar, type Extent } from './bars.ts';
import { ChartView, type ChartKind } from './chart-view.ts';
import type { Overlay } from './overlays.ts';
import { readPalette } from './palette.ts';
import { RANGES, type RangeId } from './ranges.ts';

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
  /** The open of the first bar that exists, epoch ms, while it is in view. */
  startsAt: number | null;
}

interface LiveChartEvents {
  onReading: (reading: Reading | null) => void;
  /** It cannot go on; called once. */
  onFailure: (error: unknown) => void;
}

/** A chart that follows the store: history, then ticks, and candles that replace what ticks guessed. */
export class LiveChart {
  readonly #store: Store;
  readonly #view: ChartView;
  readonly #container: HTMLElement;
  readonly #events: LiveChartEvents;
  readonly #unsubscribe: () => void;
  #follower: BarFollower | null = null;
  #hovered: number | null = null;
  #isStartInView = false;

  constructor(container: HTMLElement, store: Store, kind: ChartKind, events: LiveChartEvents) {
    this.#store = store;
    this.#container = container;
    this.#events = events;
    this.#view = new ChartView(container, readPalette(container), kind, {
      onHover: (time) => {
        this.#hovered = time;
        this.#read();
      },
      onNearStart: () => void this.#follower?.loadOlder(),
      onStartInView: (isInView) => {
        if (isInView === this.#isStartInView) return;
        this.#isStartInView = isInView;
        this.#read();
      },
    });
    this.#unsubscribe = store.subscribe(() => this.#follow());
  }

  /** Shows another coin or range. What was drawn stays until the new bars are there. */
  show(coin: string, rangeId: RangeId): void {
    this.#follower?.stop();
    this.#follower = new BarFollower(this.#store, coin, rangeId, () =>
      this.#guarded((follower) => this.#draw(follower)),
    );
    this.#follow();
  }

  setKind(kind: ChartKind): void {
    this.#view.setKind(kind);
  }

  /** Draws these overlays with the price, and no others. */
  setOverlays(overlays: readonly Overlay[]): void {
    this.#view.setOverlays(overlays);
  }

  /** Reads the colours anew after the theme changed. */
  readTheme(): void {
    this.#view.setPalette(readPalette(this.#container));
  }

  /** See `ChartView.nudge`. */
  nudge(shift: number, scale?: number): void {
    this.#view.nudge(shift, scale);
  }

  /** Back to the newest bars of the range. */
  reset(): void {
    if (this.#follower === null) return;
    this.#view.showNewest(RANGES[this.#follower.rangeId].visible, this.#follower.bars.length);
  }

  destroy(): void {
    this.#stop();
    this.#view.destroy();
  }

  #stop(): void {
    this.#unsubscribe();
    this.#follower?.stop();
    this.#follower = null;
  }

  #follow(): void {
    this.#guarded((follower) => {
      const isFirst = follower.bars.length === 0;
      if (!follower.follow()) return;
      this.#draw(follower, isFirst);
      if (isFirst) this.reset();
    });
  }

  /** Whatever is wrong with one chart is nothing to the store's other readers. */
  #guarded(work: (follower: BarFollower) => void): void {
    if (this.#follower === null) return;
    try {
      work(this.#follower);
    } catch (error) {
      this.#stop();
      this.#events.onFailure(error);
    }
  }

  #draw(follower: BarFollower, isFirst = false): void {
    this.#view.draw(follower.bars, isFirst);
    this.#read();
  }

  #read(): void {
    const bars = this.#follower?.bars ?? [];
    const newest = bars.at(-1);
    const firstTime = bars[0]?.time ?? null;
    const extent = this.#follower && extentOf(bars, RANGES[this.#follower.rangeId].visible);
    if (newest === undefined || extent === null) {
      this.#events.onReading(null);
      return;
    }
    const hovered = bars.find(({ time }) => time === this.#hovered);
    this.#events.onReading({
      bar: hovered ?? newest,
      isHovered: hovered !== undefined,
      count: bars.length,
      newestTime: newest.time,
      extent,
      startsAt: this.#isStartInView && this.#follower?.isWhole === true ? firstTime : null,
    });
  }
}
