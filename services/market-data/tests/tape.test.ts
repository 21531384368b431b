import { startExchangeSim } from '@tidemark/exchange-sim/exchange-sim';
import { startMarketRig, universeOf } from '@tidemark/testkit/market-rig';
import { scaledClock } from '@tidemark/testkit/scaled-clock';
import { until } from '@tidemark/testkit/until';
import { afterEach, describe, expect, it } from 'vitest';
import { compareWithTape, finalThrough } from './support/compare-with-tape.ts';

const SPEED = 20;
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
    await finalThrough(rig.candles, universe, end);
    const compared = await compareWithTape(rig.candles, sim.tape, { universe, begin, end });
    for (const venue of ['binance', 'coinbase'] as const) {
      const { skipped, repeated, shuffled } = sim.control.counts(venue);
      expect(Math.min(skipped, repeated, shuffled)).toBeGreaterThan(0);
    }
    expect(compared).toBeGreaterThan(universe.listings.length * 6);
  }, 60_000);
});
