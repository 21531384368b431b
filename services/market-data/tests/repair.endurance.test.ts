import { startExchangeSim } from '@tidemark/exchange-sim/exchange-sim';
import { startMarketRig, universeOf } from '@tidemark/testkit/market-rig';
import { scaledClock } from '@tidemark/testkit/scaled-clock';
import { until } from '@tidemark/testkit/until';
import { afterEach, describe, expect, it } from 'vitest';
import { compareWithTape, finalThrough } from './support/compare-with-tape.ts';

const SPEED = 20;
const MINUTE = 60_000;
const universe = universeOf('bitcoin', 'bonk');

describe('repair from REST', () => {
  const running: { stop(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const part of running.splice(0).reverse()) await part.stop();
  });

  async function start(blocked: boolean) {
    const clock = scaledClock(SPEED);
    const sim = await startExchangeSim({ clock, seed: 5, limits: false });
    running.push(sim);
    if (blocked) {
      for (const venue of ['binance', 'coinbase'] as const) {
        sim.control.restDown({ venue, ms: 4 * MINUTE });
      }
    }
    const rig = await startMarketRig({ urls: sim.urls, clock, universe });
    running.push(rig);
    return { clock, sim, rig };
  }

  it('prices come where REST does not answer; what was missed is marked, and mended when it does', async () => {
    const { clock, sim, rig } = await start(true);
    const begin = clock.now();
    await until('a price', () => rig.market.waitingFor() === null);
    const gaps = async () => (await rig.candles.gaps()).length;
    await until('the first minutes to be marked', async () => (await gaps()) > 0, 20_000);
    await until('REST to be back and the gaps healed', async () => (await gaps()) === 0, 30_000);
    await clock.sleep(2 * MINUTE);
    const end = clock.now();
    await finalThrough(rig.candles, universe, end);
    const from = begin + 5 * MINUTE;
    const span = { universe, begin: from, end };
    expect(await compareWithTape(rig.candles, sim.tape, span)).toBeGreaterThan(0);
  }, 90_000);

  it('a stream that stalls for minutes leaves every candle right', async () => {
    const { clock, sim, rig } = await start(false);
    await until('a price', () => rig.market.waitingFor() === null);
    const begin = clock.now();
    sim.control.stall({ venue: 'binance', ms: 3 * MINUTE });
    sim.control.stall({ venue: 'coinbase', ms: 90_000 });
    await clock.sleep(5 * MINUTE);
    const end = clock.now();
    await finalThrough(rig.candles, universe, end);
    const compared = await compareWithTape(rig.candles, sim.tape, { universe, begin, end });
    expect(compared).toBeGreaterThan(universe.listings.length * 4);
  }, 60_000);
});
