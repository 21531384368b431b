import { INTERVALS, INTERVAL_MS } from '@tidemark/contracts/candle';
import { startExchangeSim, type ExchangeSim } from '@tidemark/exchange-sim/exchange-sim';
import { startMarketRig, universeOf, type MarketRig } from '@tidemark/testkit/market-rig';
import { scaledClock } from '@tidemark/testkit/scaled-clock';
import { until } from '@tidemark/testkit/until';
import { afterEach, describe, expect, it } from 'vitest';
import type { Listing } from '../src/coins/universe.ts';

const SPEED = 20;
const MINUTE = 60_000;
const universe = universeOf('bitcoin', 'ethereum', 'pepe', 'polkadot');

describe('stored candles and the simulator’s tape', () => {
  const running: { stop(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const part of running.splice(0).reverse()) await part.stop();
  });

  it('trades skipped, repeated and out of order, and ten cuts of the line leave every final candle right', async () => {
    const clock = scaledClock(SPEED);
    const sim = await startExchangeSim({ clock, seed: 7, limits: false });
    running.push(sim);
    const rig = await startMarketRig({ urls: sim.urls, clock, universe });
    running.push(rig);
    await until('the first prices', () => rig.market.waitingFor() === null);
    const begin = clock.now();
    for (const venue of ['binance', 'coinbase'] as const) {
      sim.control.skip({ venue, ratio: 0.05 });
      sim.control.repeat({ venue, ratio: 0.05 });
      sim.control.shuffle({ venue, windowMs: 400 });
    }
    for (let cut = 0; cut < 10; cut += 1) {
      await clock.sleep(35_000);
      sim.control.dropLine({});
      sim.control.malformed({ venue: cut % 2 === 0 ? 'binance' : 'coinbase', count: 5 });
    }
    const end = clock.now();
    await finalThrough(rig, end);
    const compared = await compare(rig, sim, begin, end);
    for (const venue of ['binance', 'coinbase'] as const) {
      const { skipped, repeated, shuffled } = sim.control.counts(venue);
      expect(Math.min(skipped, repeated, shuffled)).toBeGreaterThan(0);
    }
    expect(compared).toBeGreaterThan(universe.listings.length * 6);
  }, 60_000);
});

/** Waits until every product's candles are final up to `time`. */
async function finalThrough(rig: MarketRig, time: number): Promise<void> {
  for (const listing of universe.listings) {
    await until(`${listing.product} to be final`, async () => {
      const bars = await rig.candles.bars(listing, '1m', {
        from: time - 2 * MINUTE,
        to: time + MINUTE,
        limit: 3,
      });
      const last = bars.filter((bar) => bar.time + MINUTE <= time).at(-1);
      return last?.final === true;
    });
  }
}

/** Compares every final candle that lies in [begin, end) with the tape; answers how many there were. */
async function compare(
  rig: MarketRig,
  sim: ExchangeSim,
  begin: number,
  end: number,
): Promise<number> {
  let compared = 0;
  for (const listing of universe.listings) {
    for (const interval of INTERVALS) {
      compared += await compareOne(rig, sim, listing, { interval, begin, end });
    }
  }
  return compared;
}

/** Trades as the venue counts them in its candles. What came from REST before `begin` is not compared. */
function tradesOf(listing: Listing, candle: { raw: number; trades: number }): number {
  return listing.exchange === 'binance' ? candle.raw : candle.trades;
}

async function compareOne(
  rig: MarketRig,
  sim: ExchangeSim,
  listing: Listing,
  span: { interval: (typeof INTERVALS)[number]; begin: number; end: number },
): Promise<number> {
  const { interval, begin, end } = span;
  const stored = await rig.candles.finalBars(listing, interval, begin - INTERVAL_MS['1d'], end);
  const whole = stored.filter((bar) => !bar.gap && bar.time + INTERVAL_MS[interval] <= end);
  const first = whole[0]?.time ?? end;
  const tape = sim.tape
    .candles(listing.exchange, listing.product, interval, first, end)
    .filter((candle) => candle.time + INTERVAL_MS[interval] <= end);
  const label = `${listing.product} ${interval}`;
  expect(
    whole.map((bar) => ({
      label,
      time: bar.time,
      ohlc: [bar.open, bar.high, bar.low, bar.close].map(Number),
      volume: bar.volume.toNumber(),
      trades: bar.time >= begin ? bar.trades : null,
    })),
  ).toEqual(
    tape.map((candle) => ({
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
