import {
  ColorType,
  CrosshairMode,
  LineStyle,
  type ChartOptions,
  type DeepPartial,
  type PriceFormat,
} from 'lightweight-charts';
import { formatMomentUtc } from '../format/time.ts';
import { formatWithDecimals, priceDecimals } from '../format/price.ts';
import type { Palette } from './palette.ts';

const FONT = "'GeistSans', ui-sans-serif, system-ui, sans-serif";

/** Options of the whole chart. The licence's link to TradingView stands in the page's footer. */
export function chartOptions(palette: Palette, font: string = FONT): DeepPartial<ChartOptions> {
  return {
    autoSize: true,
    layout: {
      background: { type: ColorType.Solid, color: 'transparent' },
      textColor: palette.text,
      fontFamily: font,
      fontSize: 11,
      attributionLogo: false,
      panes: { enableResize: false, separatorColor: palette.grid },
    },
    grid: { vertLines: { visible: false }, horzLines: { color: palette.grid } },
    crosshair: {
      mode: CrosshairMode.Normal,
      vertLine: {
        color: palette.crosshair,
        style: LineStyle.Solid,
        labelBackgroundColor: palette.label,
      },
      horzLine: {
        color: palette.crosshair,
        style: LineStyle.Dashed,
        labelBackgroundColor: palette.label,
      },
    },
    rightPriceScale: {
      entireTextOnly: true,
      borderVisible: false,
      scaleMargins: { top: 0.08, bottom: 0.24 },
    },
    timeScale: {
      borderColor: palette.grid,
      timeVisible: true,
      secondsVisible: false,
      rightOffset: 3,
      minBarSpacing: 0.02,
    },
    localization: {
      timeFormatter: (time: unknown) =>
        typeof time === 'number' ? `${formatMomentUtc(time * 1000)} UTC` : '',
    },
  };
}

/** Price labels with the decimals that suit the size of the price. */
export function priceFormat(price: number): PriceFormat {
  const decimals = priceDecimals(price);
  return {
    type: 'custom',
    minMove: 10 ** -decimals,
    formatter: (value: number) => formatWithDecimals(value, decimals),
  };
}
