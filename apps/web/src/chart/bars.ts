import type { Candle } from '@tidemark/contracts/candle';

/** A bar as it is drawn. `time`: epoch ms of its open. `volume`: in coins. `lacking`: not told of a bar that ticks made. */
export type Bar = Pick<Candle, 'time' | 'open' | 'high' | 'low' | 'close' | 'volume'> &
  Partial<Pick<Candle, 'lacking'>>;

/** Whether both bars would be drawn alike, at the same place. */
export function isSameBar(a: Bar, b: Bar | undefined): boolean {
  return (
    b !== undefined &&
    a.time === b.time &&
    a.open === b.open &&
    a.high === b.high &&
    a.low === b.low &&
    a.close === b.close &&
    a.volume === b.volume &&
    (a.lacking ?? []).join() === (b.lacking ?? []).join()
  );
}

/**
 * The last bar as a new price leaves it, or the bar that the price opens. Null when the price is
 * older than the last bar. It is an estimate: the next candles of the server take its place.
 */
export function barWithPrice(
  last: Bar | undefined,
  price: number,
  at: number,
  intervalMs: number,
): Bar | null {
  const time = Math.floor(at / intervalMs) * intervalMs;
  if (last === undefined || time < last.time) return null;
  if (time > last.time) {
    return { time, open: price, high: price, low: price, close: price, volume: 0 };
  }
  const high = Math.max(last.high, price);
  const low = Math.min(last.low, price);
  return { ...last, high, low, close: price };
}

export interface Extent {
  last: number;
  low: number;
  high: number;
}

/** Last, lowest and highest price of the newest `count` bars; null without any. */
export function extentOf(bars: readonly Bar[], count: number): Extent | null {
  const seen = bars.slice(-count);
  const last = seen.at(-1);
  if (last === undefined) return null;
  return {
    last: last.close,
    low: seen.reduce((low, bar) => Math.min(low, bar.low), Infinity),
    high: seen.reduce((high, bar) => Math.max(high, bar.high), -Infinity),
  };
}
