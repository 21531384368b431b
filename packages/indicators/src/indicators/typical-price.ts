import type { Bar } from '../bar.ts';

/** The mean of high, low and close, in the unit of the price. */
export function typicalPrice({ high, low, close }: Bar): number {
  // From the low upwards, so that a bar without range has exactly its price.
  return low + (high - low + (close - low)) / 3;
}
