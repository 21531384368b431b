import type { Interval } from '@tidemark/contracts/candle';
import { barTime, isOver, type Bar } from './bar.ts';

/**
 * Joins a bar with a later one into a bar that opens at `time`: first open, last close, extremes, sums. `trades` is
 * null when either does not tell; a gap in either is a gap in the whole.
 */
export function joinBars(time: number, earlier: Bar, later: Bar): Bar {
  return {
    time,
    open: earlier.open,
    high: isOver(later.high, earlier.high) ? later.high : earlier.high,
    low: isOver(earlier.low, later.low) ? later.low : earlier.low,
    close: later.close,
    volume: earlier.volume + later.volume,
    quoteVolume: earlier.quoteVolume + later.quoteVolume,
    trades: earlier.trades === null || later.trades === null ? null : earlier.trades + later.trades,
    firstId: earlier.firstId,
    lastId: later.lastId,
    final: false,
    gap: earlier.gap || later.gap,
    source: 'rollup',
  };
}

/** Starts a bar of a longer interval from its first part. */
export function firstPart(time: number, part: Bar): Bar {
  return { ...part, time, final: false, source: 'rollup' };
}

/** Folds bars (oldest first) into bars of a longer interval, oldest first; none is marked final. */
export function rollUp(bars: readonly Bar[], interval: Interval): Bar[] {
  const result: Bar[] = [];
  for (const bar of bars) {
    const time = barTime(bar.time, interval);
    const last = result.at(-1);
    if (last?.time === time) result[result.length - 1] = joinBars(time, last, bar);
    else result.push(firstPart(time, bar));
  }
  return result;
}
