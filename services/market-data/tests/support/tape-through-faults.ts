import { startExchangeSim } from '@tidemark/exchange-sim/exchange-sim';
import { startMarketRig, universeOf } from '@tidemark/testkit/market-rig';
import { scaledClock } from '@tidemark/testkit/scaled-clock';
import { until } from '@tidemark/testkit/until';
import { expect, onTestFinished } from 'vitest';
import { compareWithTape, finalThrough } from './compare-with-tape.ts';

const universe = universeOf('bitcoin', 'ethereum', 'pepe', 'polkadot');

/**
 * Trades are skipped, repeated and out of order, and the line is cut `cuts` times; holds every final candle to the
 * simulator's tape.
 * @param speed how many times as fast as the wall clock the market runs
 */
export async function tapeThroughFaults(cuts: number, speed: number): Promise<void> {
  const clock = scaledClock(speed);
  const sim = await startExchangeSim({ clock, seed: 7, limits: false });
  onTestFinished(() => sim.stop());
  const rig = await startMarketRig({ urls: sim.urls, clock, universe });
  onTestFinished(() => rig.stop());
  await until('the first prices', () => rig.market.waitingFor() === null);
  const begin = clock.now();
  for (const venue of ['binance', 'coinbase'] as const) {
    sim.control.skip({ venue, ratio: 0.05 });
    sim.control.repeat({ venue, ratio: 0.05 });
    sim.control.shuffle({ venue, windowMs: 400 });
  }
  for (let cut = 0; cut < cuts; cut += 1) {
    await clock.sleep(35_000);
    sim.control.dropLine({});
    sim.control.malformed({ venue: cut % 2 === 0 ? 'binance' : 'coinbase', count: 5 });
  }
  const end = clock.now();
  await finalThrough(rig.candles, universe, end);
  const compared = await compareWithTape(rig.candles, sim.tape, { universe, begin, end });
  for (const venue of ['binance', 'coinbase'] as const) {
    const { skipped, repeated, shuffled } = sim.control.counts(venue);
    expect(Math.min(skipped, repeated, shuffled)).toBeGreaterThan(0);
  }
  expect(compared).toBeGreaterThan(universe.listings.length * Math.floor(cuts * 0.6));
}
