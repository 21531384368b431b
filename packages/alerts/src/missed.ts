import type { Candle } from '@tidemark/contracts/candle';
import { createQuantity, type Tick } from './quantities.ts';
import { newState, step, type Watch, type WatchState } from './watch.ts';
import type { WatchedQuantity } from './watch-of.ts';

/** A firing that candles tell of. */
export interface BarFiring {
  /** Open of the bar, epoch ms. */
  at: number;
  value: number;
  /** Close of the bar, USD. */
  price: number;
}

/** Quantities that candles tell of. */
export function isInCandles({ quantity }: WatchedQuantity): boolean {
  return quantity === 'price' || quantity === 'move' || quantity === 'change_24h';
}

type Bar = Pick<Candle, 'time' | 'high' | 'low' | 'close'>;

/** Every firing in bars, oldest first. A bar's low and high may have come in either order. */
export function firingsIn(
  bars: readonly Bar[],
  { watched, watch, state }: { watched: WatchedQuantity; watch: Watch; state?: WatchState },
): BarFiring[] {
  const quantity = createQuantity(watched);
  const firings: BarFiring[] = [];
  let now = state ?? newState(watch);
  for (const [i, bar] of bars.entries()) {
    const point = quantity.point(tickOf(bar, dayBefore(bars, i)), false);
    if (!point) continue;
    const { state: after, firedBy } = step(watch, now, point);
    now = after;
    if (firedBy === null) continue;
    firings.push({
      at: bar.time,
      value: watched.isMirrored ? -firedBy : firedBy,
      price: bar.close,
    });
  }
  return firings;
}

const DAY = 86_400_000;

/** A bar as what quantities are made of. */
function tickOf({ time, close, low, high }: Bar, before: Bar | undefined): Tick {
  return {
    ...{ told_at: time, price: close, low, high, sources: [] },
    change_24h_pct: before ? (close / before.close - 1) * 100 : null,
  };
}

function dayBefore(bars: readonly Bar[], i: number): Bar | undefined {
  const wanted = (bars[i]?.time ?? 0) - DAY;
  let [low, high] = [0, i];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bars[middle]?.time ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return bars[low]?.time === wanted ? bars[low] : undefined;
}
