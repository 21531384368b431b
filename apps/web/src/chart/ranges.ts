import type { Interval } from '@tidemark/contracts/candle';

export const RANGE_IDS = ['1H', '24H', '7D', '1M'] as const;
export type RangeId = (typeof RANGE_IDS)[number];

export interface Range {
  interval: Interval;
  intervalMs: number;
  /** Bars in view at first. */
  visible: number;
  /** Bars asked for at first: some to the left of the view, so that panning has where to go. */
  limit: number;
  /** The range in words. */
  words: string;
}

const MINUTE = 60_000;

export const RANGES: Record<RangeId, Range> = {
  '1H': { interval: '1m', intervalMs: MINUTE, visible: 60, limit: 240, words: '1 hour' },
  '24H': { interval: '15m', intervalMs: 15 * MINUTE, visible: 96, limit: 384, words: '24 hours' },
  '7D': { interval: '1h', intervalMs: 60 * MINUTE, visible: 168, limit: 360, words: '7 days' },
  '1M': { interval: '4h', intervalMs: 240 * MINUTE, visible: 180, limit: 360, words: '1 month' },
};

/** Bars that the tail query asks for: the one that moves and two that may just have closed. */
export const TAIL_BARS = 3;
