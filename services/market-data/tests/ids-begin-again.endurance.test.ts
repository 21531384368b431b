import type { Price } from '@tidemark/contracts/price';
import { startExchangeSim } from '@tidemark/exchange-sim/exchange-sim';
import { startMarketRig, universeOf } from '@tidemark/testkit/market-rig';
import { scaledClock } from '@tidemark/testkit/scaled-clock';
import { until } from '@tidemark/testkit/until';
import { afterEach, expect, it } from 'vitest';
import { compareWithTape, finalThrough } from './support/compare-with-tape.ts';

const MINUTE = 60_000;
const universe = universeOf('bitcoin', 'bonk');
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of running.splice(0).reverse()) await part.stop();
});

it('ids that begin again, jump and repeat on both venues leave every candle right, and prices go on', async () => {
  const clock = scaledClock(20);
  const sim = await startExchangeSim({ clock, seed: 5, limits: false });
  running.push(sim);
  const rig = await startMarketRig({ urls: sim.urls, clock, universe });
  running.push(rig);
  const price = async () => (await rig.cache.get<Price>('price:bitcoin')) ?? null;
  await until('a price', async () => (await price()) !== null);
  for (const fault of ['resetIds', 'repeatIds', 'jumpIds'] as const) {
    for (const venue of ['binance', 'coinbase'] as const) sim.control[fault]({ venue });
    await clock.sleep(1.5 * MINUTE);
    const ages = (await price())?.sources.map(({ age_ms }) => age_ms ?? Infinity) ?? [];
    expect(Math.max(...ages)).toBeLessThan(30_000);
  }
  const end = clock.now();
  await finalThrough(rig.candles, universe, end);
  // Coinbase's own candles, which mend a gap, do not count trades: prices and volumes are compared.
  const compared = await compareWithTape(rig.candles, sim.tape, { universe, begin: end, end });
  expect(compared).toBeGreaterThan(10);
}, 90_000);
