import { INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import { toUnits, VOLUME_PLACES } from './exact.ts';

/** Where a stored candle's figures come from. */
export type CandleSource = 'trades' | 'rest' | 'rollup';

/**
 * A candle as it is built and stored: exact prices as the venue wrote them, exact sums. `trades` is null where the
 * venue does not tell; the ids are null unless it was built from trades.
 */
export interface Bar {
  time: number;
  open: string;
  high: string;
  low: string;
  close: string;
  /** In coins, units of 1e-18. */
  volume: bigint;
  /** Turnover in the quote currency, units of 1e-36. */
  quoteVolume: bigint;
  trades: number | null;
  firstId: number | null;
  lastId: number | null;
  final: boolean;
  gap: boolean;
  source: CandleSource;
}

/** Opening time of the bar of `interval` that `time` falls in; both epoch ms, UTC. */
export function barTime(time: number, interval: Interval): number {
  return time - (time % INTERVAL_MS[interval]);
}

/** Whether price `a` is over price `b`; decimal strings, compared exactly. */
export function isOver(a: string, b: string): boolean {
  const x = Number(a);
  const y = Number(b);
  if (x !== y || a === b) return x > y;
  return toUnits(a, VOLUME_PLACES) > toUnits(b, VOLUME_PLACES);
}

/** [from, to) in epoch ms; the newest `limit` bars of it, or the oldest. */
export interface CandleRange {
  from: number;
  to: number;
  limit: number;
  /** Default `newest`. */
  end?: 'newest' | 'oldest';
}

/** As many as the range asks for, of its end. */
export function cut<T>(bars: readonly T[], { limit, end = 'newest' }: CandleRange): T[] {
  return end === 'newest' ? bars.slice(-limit) : bars.slice(0, limit);
}
