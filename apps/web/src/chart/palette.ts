/** The custom properties of the page's theme that the chart draws with. */
const PROPERTIES = {
  text: '--muted',
  grid: '--line',
  crosshair: '--line-strong',
  label: '--raised',
  accent: '--accent',
  accentSoft: '--accent-soft',
  up: '--up',
  down: '--down',
  upVolume: '--up-volume',
  downVolume: '--down-volume',
  sma: '--sma',
  ema: '--ema',
  band: '--band',
  bandFill: '--band-fill',
  volatility: '--volatility',
} as const;

/** Colours of the chart. */
export type Palette = Readonly<Record<keyof typeof PROPERTIES, string>>;

/** Reads the palette from the custom properties in force on an element. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const colours = Object.entries(PROPERTIES).map(([name, property]) => [
    name,
    style.getPropertyValue(property).trim(),
  ]);
  return Object.fromEntries(colours) as Palette;
}
