import {
  createTextWatermark,
  LineSeries,
  LineStyle,
  type IChartApi,
  type ISeriesApi,
  type SeriesType,
} from 'lightweight-charts';
import type { AttachedPoint } from './attach.ts';
import { BandSeries } from './band-series.ts';
import { seconds } from './drawing.ts';
import type { AverageId, OverlayId } from './indicator-choice.ts';
import type { Palette } from './palette.ts';

/** One overlay on the chart, whatever it is drawn with. */
export interface OverlaySeries {
  readonly api: ISeriesApi<SeriesType>;
  setPoints: (points: readonly AttachedPoint[]) => void;
  setPalette: (palette: Palette) => void;
}

/** Part of the chart's height that the volatility has, to the price's 1. */
const VOLATILITY_HEIGHT = 0.3;
const QUIET = {
  lastValueVisible: false,
  priceLineVisible: false,
  crosshairMarkerVisible: false,
  lineWidth: 2,
} as const;

/** Adds the series of an overlay to the chart. */
export function addOverlay(chart: IChartApi, id: OverlayId, palette: Palette): OverlaySeries {
  if (id === 'bollinger') return addBands(chart, palette);
  if (id === 'volatility') return addVolatility(chart, palette);
  return addAverage(chart, id, palette);
}

/** The averages differ in their dashes too: not every eye tells their colours apart. */
function addAverage(chart: IChartApi, id: AverageId, palette: Palette): OverlaySeries {
  const lineStyle = id === 'sma' ? LineStyle.Solid : LineStyle.Dashed;
  const api = chart.addSeries(LineSeries, { ...QUIET, lineStyle, color: palette[id] });
  return {
    api,
    setPoints: (points) => api.setData(points.map(linePoint)),
    setPalette: (colours) => api.applyOptions({ color: colours[id] }),
  };
}

function addBands(chart: IChartApi, palette: Palette): OverlaySeries {
  const colours = ({ band, bandFill }: Palette) => ({ lineColor: band, fillColor: bandFill });
  const options = { lastValueVisible: false, priceLineVisible: false, ...colours(palette) };
  const api = chart.addCustomSeries(new BandSeries(), options);
  api.setSeriesOrder(0);
  return {
    api,
    setPoints: (points) =>
      api.setData(
        points.map(({ time, values: [upper = NaN, lower = NaN] }) => ({
          time: seconds(time),
          upper,
          lower,
        })),
      ),
    setPalette: (next) => api.applyOptions(colours(next)),
  };
}

/** In a pane of its own, which goes with the series. */
function addVolatility(chart: IChartApi, palette: Palette): OverlaySeries {
  const api = chart.addSeries(LineSeries, { ...QUIET, color: palette.volatility }, 1);
  api.applyOptions({
    // The pane is too low for many marks on its scale: the newest value is always one.
    lastValueVisible: true,
    priceFormat: {
      type: 'custom',
      minMove: 0.01,
      formatter: (percent: number) => `${percent.toFixed(2)}%`,
    },
  });
  api.priceScale().applyOptions({ scaleMargins: { top: 0.3, bottom: 0.12 } });
  const pane = api.getPane();
  pane.setStretchFactor(VOLATILITY_HEIGHT);
  chart.panes()[0]?.setStretchFactor(1);
  const { fontFamily } = chart.options().layout;
  const title = (colours: Palette) => paneTitle('Volatility', colours.text, fontFamily);
  const watermark = createTextWatermark(pane, title(palette));
  return {
    api,
    setPoints: (points) => api.setData(points.map(linePoint)),
    setPalette: (colours) => {
      api.applyOptions({ color: colours.volatility });
      watermark.applyOptions(title(colours));
    },
  };
}

/** At the upper left. Half a line's height is its distance from the left; nothing but a line above moves it down. */
function paneTitle(text: string, color: string, fontFamily: string) {
  const above = { text: ' ', color, fontFamily, fontSize: 4, lineHeight: 5 };
  return {
    horzAlign: 'left' as const,
    vertAlign: 'top' as const,
    lines: [above, { text, color, fontFamily, fontSize: 11, lineHeight: 32 }],
  };
}

/** A point's colour is that of the line from it to the next one. */
function linePoint({ time, values: [value = NaN], isBeforeHole }: AttachedPoint) {
  return { time: seconds(time), value, ...(isBeforeHole && { color: 'transparent' }) };
}
