/** Colours of the chart, read from the page's theme. */
export interface Palette {
  text: string;
  grid: string;
  crosshair: string;
  label: string;
  accent: string;
  accentSoft: string;
  up: string;
  down: string;
  upVolume: string;
  downVolume: string;
  sma: string;
  ema: string;
  band: string;
  bandFill: string;
  volatility: string;
}

/** Reads the palette from the custom properties in force on an element. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    text: colour('muted'),
    grid: colour('line'),
    crosshair: colour('line-strong'),
    label: colour('raised'),
    accent: colour('accent'),
    accentSoft: colour('accent-soft'),
    up: colour('up'),
    down: colour('down'),
    upVolume: colour('up-volume'),
    downVolume: colour('down-volume'),
    sma: colour('sma'),
    ema: colour('ema'),
    band: colour('band'),
    bandFill: colour('band-fill'),
    volatility: colour('volatility'),
  };
}
