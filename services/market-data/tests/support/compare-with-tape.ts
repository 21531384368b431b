import { INTERVALS, INTERVAL_MS } from '@tidemark/contracts/candle';
import type { Tape } from '@tidemark/exchange-sim/tape';
import { until } from '@tidemark/testkit/until';
import { expect } from 'vitest';
import { unitsToNumber, VOLUME_PLACES } from '../../src/book/exact.ts';
import type { Listing } from '../../src/coins/listing.ts';
import type { Universe } from '../../src/coins/universe.ts';
import type { CandleStore } from '../../src/store/candle-store.ts';
import { finalBars } from './final-bars.ts';

const MINUTE = 60_000;

/** Waits until every product's candles are final up to `time`, and no gap is left. */
export async function finalThrough(
  candles: CandleStore,
  universe: Universe,
  time: number,
): Promise<void> {
  for (const listing of universe.listings) {
    await until(`${listing.product} to be final`, async () => {
      const bars = await candles.bars(listing, '1m', {
        from: time - 2 * MINUTE,
        to: time + MINUTE,
        limit: 3,
      });
      const last = bars.filter((bar) => bar.time + MINUTE <= time).at(-1);
      return last?.final === true;
    });
  }
  // What could not be healed at once is tried again after a pause that grows.
  await until('gaps to be healed', async () => (await candles.gaps()).length === 0, 45_000);
}

/** Compares every final candle that lies in [begin, end) with the tape and allows no gap; answers how many there were. */
export async function compareWithTape(
  candles: CandleStore,
  tape: Tape,
  span: { universe: Universe; begin: number; end: number },
): Promise<number> {
  let compared = 0;
  for (const listing of span.universe.listings) {
    for (const interval of INTERVALS) {
      compared += await compareOne(candles, tape, listing, { ...span, interval });
    }
  }
  return compared;
}

/** Trades as the venue counts them in its candles. What came from REST before `begin` is not compared. */
function tradesOf(listing: Listing, candle: { raw: number; trades: number }): number {
  return listing.exchange === 'binance' ? candle.raw : candle.trades;
}

async function compareOne(
  candles: CandleStore,
  tape: Tape,
  listing: Listing,
  span: { interval: (typeof INTERVALS)[number]; begin: number; end: number },
): Promise<number> {
  const { interval, begin, end } = span;
  const stored = await finalBars(candles, listing, interval, begin - INTERVAL_MS['1d'], end);
  const whole = stored.filter((bar) => !bar.gap && bar.time + INTERVAL_MS[interval] <= end);
  const first = whole[0]?.time ?? end;
  const truth = tape
    .candles(listing.exchange, listing.product, interval, first, end)
    .filter((candle) => candle.time + INTERVAL_MS[interval] <= end);
  const label = `${listing.product} ${interval}`;
  expect(
    whole.map((bar) => ({
      label,
      time: bar.time,
      ohlc: [bar.open, bar.high, bar.low, bar.close].map(Number),
      volume: unitsToNumber(bar.volume, VOLUME_PLACES),
      trades: bar.time >= begin ? bar.trades : null,
    })),
  ).toEqual(
    truth.map((candle) => ({
      label,
      time: candle.time,
      ohlc: [candle.open, candle.high, candle.low, candle.close].map(Number),
      volume: Number(candle.volume),
      trades: candle.time < begin ? null : tradesOf(listing, candle),
    })),
  );
  if (interval === '1m') expect(stored.filter((bar) => bar.gap)).toEqual([]);
  return whole.length;
}
