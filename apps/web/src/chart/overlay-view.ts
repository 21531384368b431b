import type { IChartApi } from 'lightweight-charts';
import { attach } from './attach.ts';
import type { Bar } from './bars.ts';
import { priceFormat } from './chart-options.ts';
import type { OverlayId } from './indicator-choice.ts';
import { measureDraw, OVERLAY_MEASURE } from './drawing.ts';
import { addOverlay, type OverlaySeries } from './overlay-series.ts';
import type { Overlay } from './overlays.ts';
import type { Palette } from './palette.ts';

/** The drawing of overlays over bars that others draw. */
export class OverlayView {
  readonly #chart: IChartApi;
  #palette: Palette;
  readonly #series = new Map<OverlayId, OverlaySeries>();
  #overlays: readonly Overlay[] = [];

  constructor(chart: IChartApi, palette: Palette) {
    this.#chart = chart;
    this.#palette = palette;
  }

  /** Shows these overlays, and no others, at the bars that they have values for. */
  show(overlays: readonly Overlay[], bars: readonly Bar[]): void {
    const start = performance.now();
    this.#overlays = overlays;
    const ids = new Set(overlays.map(({ id }) => id));
    for (const id of [...this.#series.keys()]) if (!ids.has(id)) this.#remove(id);
    for (const id of ids) if (!this.#series.has(id)) this.#add(id);
    this.attachTo(bars);
    measureDraw(OVERLAY_MEASURE, start, Math.max(0, ...overlays.map((each) => each.points.length)));
  }

  /** Puts what is shown on other bars. */
  attachTo(bars: readonly Bar[]): void {
    const last = bars.at(-1);
    for (const { id, points } of this.#overlays) {
      const series = this.#series.get(id);
      series?.setPoints(attach(points, bars));
      if (last !== undefined && id !== 'volatility') {
        series?.api.applyOptions({ priceFormat: priceFormat(last.close) });
      }
    }
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    for (const series of this.#series.values()) series.setPalette(palette);
  }

  #add(id: OverlayId): void {
    this.#series.set(id, addOverlay(this.#chart, id, this.#palette));
  }

  #remove(id: OverlayId): void {
    const series = this.#series.get(id);
    if (series !== undefined) this.#chart.removeSeries(series.api);
    this.#series.delete(id);
  }
}
