import { INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';

/** Bars of a block: a fold begins at least so many bars back, where history reaches that far. */
export const BLOCK_BARS = 4_096;

/**
 * Where the fold of a series begins whose newest closed bar opens at `newest`, epoch ms: at the beginning of the block
 * before its own, so between 4,096 and 8,192 bars back. It follows from the time alone, so that a value does not depend
 * on when a process was started, and the work for it does not grow with what is stored.
 */
export function anchorOf(newest: number, interval: Interval): number {
  const block = BLOCK_BARS * INTERVAL_MS[interval];
  return Math.max(0, (Math.floor(newest / block) - 1) * block);
}
