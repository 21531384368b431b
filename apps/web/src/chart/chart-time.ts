import type { UTCTimestamp } from 'lightweight-charts';

/** A time of ours, epoch ms, as the drawing counts it. */
export const seconds = (time: number) => (time / 1000) as UTCTimestamp;
