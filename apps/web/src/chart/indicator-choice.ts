import { useSyncExternalStore } from 'react';

/** What can be drawn with the price, in the order in which it is listed. */
export const OVERLAY_IDS = ['sma', 'ema', 'bollinger', 'volatility'] as const;
export type OverlayId = (typeof OVERLAY_IDS)[number];
export type AverageId = Extract<OverlayId, 'sma' | 'ema'>;

/** Bars that an average may be made of. */
export const LEAST_PERIOD = 2;
export const MOST_PERIOD = 200;

export type Periods = Readonly<Record<AverageId, number>>;

/** Which indicators the chart shows. */
export interface IndicatorChoice {
  readonly on: Readonly<Record<OverlayId, boolean>>;
  /** Bars. */
  readonly periods: Periods;
}

/** One quiet line at first: the rest is there for the asking. */
export const DEFAULT_CHOICE: IndicatorChoice = {
  on: { sma: true, ema: false, bollinger: false, volatility: false },
  periods: { sma: 20, ema: 50 },
};

/** A choice written with another version is of another meaning, and is not read. */
const VERSION = 1;

/** The choice as the browser keeps it. */
export function writeChoice({ on, periods }: IndicatorChoice): string {
  return JSON.stringify({ version: VERSION, on, periods });
}

/** The kept choice; the default one where nothing is kept, or something that we did not write. */
export function readChoice(text: string | null): IndicatorChoice {
  const kept = recordOf(parse(text));
  const on = recordOf(kept.on);
  const periods = recordOf(kept.periods);
  const { sma, ema } = periods;
  const isOurs =
    kept.version === VERSION &&
    OVERLAY_IDS.every((id) => typeof on[id] === 'boolean') &&
    isPeriod(sma) &&
    isPeriod(ema);
  if (!isOurs) return DEFAULT_CHOICE;
  const isOn = (id: OverlayId) => on[id] === true;
  return {
    on: {
      sma: isOn('sma'),
      ema: isOn('ema'),
      bollinger: isOn('bollinger'),
      volatility: isOn('volatility'),
    },
    periods: { sma, ema },
  };
}

/** A period as it was typed; null when it is none. */
export function periodOf(text: string): number | null {
  const period = /^\d{1,3}$/.test(text.trim()) ? Number(text) : null;
  return isPeriod(period) ? period : null;
}

function isPeriod(value: unknown): value is number {
  return (
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= LEAST_PERIOD &&
    value <= MOST_PERIOD
  );
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

const KEY = 'tidemark:chart-indicators';
const listeners = new Set<() => void>();
let current: IndicatorChoice | null = null;

function load(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function currentChoice(): IndicatorChoice {
  current ??= readChoice(load());
  return current;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The indicators that this browser shows. */
export function useIndicatorChoice(): IndicatorChoice {
  return useSyncExternalStore(subscribe, currentChoice, () => DEFAULT_CHOICE);
}

/** Shows other indicators, and keeps the choice for the next visit, where the browser lets us. */
export function chooseIndicators(choice: IndicatorChoice): void {
  current = choice;
  try {
    localStorage.setItem(KEY, writeChoice(choice));
  } catch {
    // A browser without storage: the choice holds for this page.
  }
  for (const listener of listeners) listener();
}
