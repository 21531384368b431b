import {
  AreaSeries,
  CandlestickSeries,
  createChart,
  HistogramSeries,
  type IChartApi,
  type ISeriesApi,
  type Logical,
  type LogicalRange,
  type MouseEventParams,
} from 'lightweight-charts';
import type { Bar } from './bars.ts';
import { changedBars } from './changed-bars.ts';
import { chartOptions, priceFormat } from './chart-options.ts';
import { DRAW_MEASURE, measureDraw, seconds } from './drawing.ts';
import { OverlayView } from './overlay-view.ts';
import type { Overlay } from './overlays.ts';
import type { Palette } from './palette.ts';

export type ChartKind = 'candles' | 'line';
type PriceSeries = ISeriesApi<'Candlestick'> | ISeriesApi<'Area'>;

/** Bars left of the view below which older ones are asked for. */
const NEAR_THE_EDGE = 15;
const VOLUME_SCALE = 'volume';

export interface ChartEvents {
  /** The bar's open in epoch ms under the crosshair; null when it left. */
  onHover: (time: number | null) => void;
  onNearStart: () => void;
  /** The left edge of the drawing reached the first bar, or left it. */
  onStartInView: (isInView: boolean) => void;
}

/** The drawing of one price series with its volume and overlays. Knows bars and colours, not where they come from. */
export class ChartView {
  readonly #chart: IChartApi;
  #palette: Palette;
  #kind: ChartKind;
  #price: PriceSeries;
  readonly #volume: ISeriesApi<'Histogram'>;
  readonly #overlays: OverlayView;
  #drawn: readonly Bar[] = [];
  /** Where the next frame shows: until then the chart still tells of the last one. */
  #nextRange: LogicalRange | null = null;

  constructor(container: HTMLElement, palette: Palette, kind: ChartKind, events: ChartEvents) {
    const font = getComputedStyle(container).fontFamily;
    this.#palette = palette;
    this.#kind = kind;
    this.#chart = createChart(container, chartOptions(palette, font));
    this.#volume = this.#chart.addSeries(HistogramSeries, {
      priceScaleId: VOLUME_SCALE,
      priceFormat: { type: 'volume' },
      lastValueVisible: false,
      priceLineVisible: false,
    });
    this.#volume.priceScale().applyOptions({ scaleMargins: { top: 0.82, bottom: 0 } });
    this.#price = this.#addPriceSeries();
    this.#overlays = new OverlayView(this.#chart, palette);
    this.#chart.subscribeCrosshairMove((move) => events.onHover(hoveredTime(move)));
    this.#chart.timeScale().subscribeVisibleLogicalRangeChange((range) => {
      if (range === null || this.#drawn.length === 0) return;
      if (range.from < NEAR_THE_EDGE) events.onNearStart();
      events.onStartInView(range.from <= 0.5);
    });
  }

  /**
   * Draws these bars, oldest first, and no others. The view stays where it is, counted from the right.
   * @param isOther they have nothing to do with those that are drawn
   */
  draw(bars: readonly Bar[], isOther = false): void {
    const changed = isOther ? null : changedBars(this.#drawn, bars);
    const lastTime = this.#drawn.at(-1)?.time ?? 0;
    this.#drawn = bars;
    if (changed === null) this.#drawAll();
    else this.#update(changed, lastTime);
  }

  /** Draws these overlays on the bars there are, and no others. */
  setOverlays(overlays: readonly Overlay[]): void {
    this.#overlays.show(overlays, this.#drawn);
  }

  /** Shows the newest `visible` bars of `total`. */
  showNewest(visible: number, total: number): void {
    const to = total + 2;
    this.#chart.priceScale('right').applyOptions({ autoScale: true });
    this.#show(total - visible, to);
  }

  setKind(kind: ChartKind): void {
    if (kind === this.#kind) return;
    this.#kind = kind;
    const place = this.#price.seriesOrder();
    this.#chart.removeSeries(this.#price);
    this.#price = this.#addPriceSeries();
    this.#price.setSeriesOrder(place);
    this.#drawAll();
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    this.#chart.applyOptions(chartOptions(palette, this.#chart.options().layout.fontFamily));
    this.#price.applyOptions(this.#priceOptions());
    this.#overlays.setPalette(palette);
    this.#drawAll();
  }

  /** Moves the view by a part of its width (negative: to older bars), or scales it. */
  nudge(shift: number, scale = 1): void {
    const range = this.#nextRange ?? this.#chart.timeScale().getVisibleLogicalRange();
    if (range === null) return;
    const width = range.to - range.from;
    const to = range.to + shift * width;
    this.#show(to - width * scale, to);
  }

  destroy(): void {
    this.#chart.remove();
  }

  #show(from: number, to: number): void {
    const range = { from: from as Logical, to: to as Logical };
    this.#chart.timeScale().setVisibleLogicalRange(range);
    this.#nextRange = range;
    requestAnimationFrame(() => (this.#nextRange = null));
  }

  #drawAll(): void {
    const start = performance.now();
    const bars = this.#drawn;
    const last = bars.at(-1);
    if (last !== undefined) this.#price.applyOptions({ priceFormat: priceFormat(last.close) });
    this.#price.setData(bars.map((bar) => this.#pricePoint(bar)));
    this.#volume.setData(bars.map((bar) => this.#volumePoint(bar)));
    this.#overlays.attachTo(bars);
    measureDraw(DRAW_MEASURE, start, bars.length);
  }

  /** @param lastTime of the newest bar that is drawn, epoch ms */
  #update(changed: readonly Bar[], lastTime: number): void {
    for (const bar of changed) {
      const isHistorical = bar.time < lastTime;
      this.#price.update(this.#pricePoint(bar), isHistorical);
      this.#volume.update(this.#volumePoint(bar), isHistorical);
    }
  }

  #addPriceSeries(): PriceSeries {
    return this.#kind === 'candles'
      ? this.#chart.addSeries(CandlestickSeries, this.#priceOptions())
      : this.#chart.addSeries(AreaSeries, this.#priceOptions());
  }

  #priceOptions() {
    const { up, down, accent, accentSoft } = this.#palette;
    return this.#kind === 'candles'
      ? {
          upColor: up,
          downColor: down,
          borderVisible: false,
          wickUpColor: up,
          wickDownColor: down,
        }
      : {
          lineColor: accent,
          topColor: accentSoft,
          bottomColor: 'transparent',
          lineWidth: 2 as const,
        };
  }

  #pricePoint({ time, open, high, low, close }: Bar) {
    return this.#kind === 'candles'
      ? { time: seconds(time), open, high, low, close }
      : { time: seconds(time), value: close };
  }

  #volumePoint({ time, open, close, volume }: Bar) {
    const color = close >= open ? this.#palette.upVolume : this.#palette.downVolume;
    return { time: seconds(time), value: volume, color };
  }
}

function hoveredTime(move: MouseEventParams): number | null {
  return typeof move.time === 'number' ? move.time * 1000 : null;
}
