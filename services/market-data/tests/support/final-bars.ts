import type { Interval } from '@tidemark/contracts/candle';
import type { Bar } from '../../src/book/bar.ts';
import type { Listing } from '../../src/coins/listing.ts';
import type { CandleStore } from '../../src/store/candle-store.ts';

/** More than any test stores of one product. */
const ALL = 1_000_000;

/** Closed bars of a product that open in [from, to), epoch ms, oldest first. */
export async function finalBars(
  candles: CandleStore,
  listing: Listing,
  interval: Interval,
  from: number,
  to: number,
): Promise<Bar[]> {
  const bars = await candles.bars(listing, interval, { from, to, limit: ALL });
  return bars.filter(({ final }) => final);
}
