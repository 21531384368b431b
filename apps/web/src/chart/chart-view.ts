import {
  AreaSeries,
  CandlestickSeries,
  createChart,
  HistogramSeries,
  type IChartApi,
  type ISeriesApi,
  type MouseEventParams,
} from 'lightweight-charts';
import type { Bar } from './bars.ts';
import { chartOptions, priceFormat } from './chart-options.ts';
import { DRAW_MEASURE, measureDraw } from './measure-draw.ts';
import { OverlayView } from './overlay-view.ts';
import type { Overlay } from './overlays.ts';
import { seconds } from './chart-time.ts';
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
}

/** The drawing of one price series with its volume and overlays. Knows bars and colours, not where they come from. */
export class ChartView {
  readonly #chart: IChartApi;
  #palette: Palette;
  #kind: ChartKind;
  #price: PriceSeries;
  readonly #volume: ISeriesApi<'Histogram'>;
  readonly #overlays: OverlayView;
  #lastTime = 0;

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
      if (range !== null && this.#lastTime > 0 && range.from < NEAR_THE_EDGE) events.onNearStart();
    });
  }

  /** Replaces all bars, oldest first. The view stays where it is, counted from the right. */
  setBars(bars: readonly Bar[]): void {
    const start = performance.now();
    const last = bars.at(-1);
    this.#lastTime = last?.time ?? 0;
    if (last !== undefined) this.#price.applyOptions({ priceFormat: priceFormat(last.close) });
    this.#price.setData(bars.map((bar) => this.#pricePoint(bar)));
    this.#volume.setData(bars.map((bar) => this.#volumePoint(bar)));
    this.#overlays.attachTo(bars);
    measureDraw(DRAW_MEASURE, start, bars.length);
  }

  /** Draws these overlays on the bars there are, and no others. */
  setOverlays(overlays: readonly Overlay[], bars: readonly Bar[]): void {
    this.#overlays.show(overlays, bars);
  }

  /** Changes or appends single bars. */
  updateBars(bars: readonly Bar[]): void {
    for (const bar of bars) {
      const isHistorical = bar.time < this.#lastTime;
      this.#price.update(this.#pricePoint(bar), isHistorical);
      this.#volume.update(this.#volumePoint(bar), isHistorical);
      this.#lastTime = Math.max(this.#lastTime, bar.time);
    }
  }

  /** Shows the newest `visible` bars of `total`. */
  showNewest(visible: number, total: number): void {
    const to = total + 2;
    this.#chart.priceScale('right').applyOptions({ autoScale: true });
    this.#chart.timeScale().setVisibleLogicalRange({ from: total - visible, to });
  }

  setKind(kind: ChartKind, bars: readonly Bar[]): void {
    if (kind === this.#kind) return;
    this.#kind = kind;
    const place = this.#price.seriesOrder();
    this.#chart.removeSeries(this.#price);
    this.#price = this.#addPriceSeries();
    this.#price.setSeriesOrder(place);
    this.setBars(bars);
  }

  setPalette(palette: Palette, bars: readonly Bar[]): void {
    this.#palette = palette;
    this.#chart.applyOptions(chartOptions(palette, this.#chart.options().layout.fontFamily));
    this.#price.applyOptions(this.#priceOptions());
    this.#overlays.setPalette(palette);
    this.setBars(bars);
  }

  /** Moves the view by a part of its width (negative: to older bars), or scales it. */
  nudge(shift: number, scale = 1): void {
    const timeScale = this.#chart.timeScale();
    const range = timeScale.getVisibleLogicalRange();
    if (range === null) return;
    const width = range.to - range.from;
    const to = range.to + shift * width;
    timeScale.setVisibleLogicalRange({ from: to - width * scale, to });
  }

  destroy(): void {
    this.#chart.remove();
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
