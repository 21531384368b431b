import { startExchangeSim } from '@tidemark/exchange-sim/exchange-sim';
import { startMarketRig, universeOf } from '@tidemark/testkit/market-rig';
import { scaledClock } from '@tidemark/testkit/scaled-clock';
import { SkewedClock } from '@tidemark/testkit/skewed-clock';
import { until } from '@tidemark/testkit/until';
import type { Price } from '@tidemark/contracts/price';
import { afterEach, describe, expect, it } from 'vitest';
import { compareWithTape, finalThrough } from './support/compare-with-tape.ts';

const SPEED = 20;
const MINUTE = 60_000;
const universe = universeOf('bitcoin', 'bonk');

describe('a clock that is wrong', () => {
  const running: { stop(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const part of running.splice(0).reverse()) await part.stop();
  });

  async function start(aheadMs: number, beforeStart: (sim: Sim) => void = () => undefined) {
    const truth = scaledClock(SPEED);
    const clock = new SkewedClock(truth);
    clock.aheadMs = aheadMs;
    const sim = await startExchangeSim({ clock: truth, seed: 5, limits: false });
    running.push(sim);
    beforeStart(sim);
    const rig = await startMarketRig({ urls: sim.urls, clock, universe });
    running.push(rig);
    const price = async () => (await rig.cache.get<Price>('price:bitcoin')) ?? null;
    const offsets = () => rig.market.feeds().feeds.map((feed) => feed.clock_offset_ms);
    /** Until every venue is in the price, by a trade that is not old. */
    const livePrice = () =>
      until('a live price of both venues', async () => {
        const now = await price();
        return (
          now?.quality === 'live' && now.sources.every(({ age_ms }) => (age_ms ?? 1e9) < 20_000)
        );
      });
    return { truth, clock, sim, rig, price, offsets, livePrice };
  }
  type Sim = Awaited<ReturnType<typeof startExchangeSim>>;

  it.each([660_000, -600_000])(
    'by %i ms from the start on: prices are live and of the right time, and every minute is whole',
    async (ahead) => {
      const { truth, sim, rig, price, offsets, livePrice } = await start(ahead);
      const begin = truth.now();
      await livePrice();
      for (const offset of offsets()) expect(Math.abs((offset ?? 0) - ahead)).toBeLessThan(2_000);
      const told = Date.parse((await price())?.timestamp ?? '');
      expect(Math.abs(told - truth.now())).toBeLessThan(20_000);
      await truth.sleep(1.5 * MINUTE);
      const end = truth.now();
      await finalThrough(rig.candles, universe, end);
      expect(
        await compareWithTape(rig.candles, sim.tape, { universe, begin, end }),
      ).toBeGreaterThan(2);
    },
    60_000,
  );

  it('where REST does not answer, the venues’ frames tell the time and prices come', async () => {
    const { livePrice, offsets } = await start(-660_000, (sim) => {
      for (const venue of ['binance', 'coinbase'] as const) {
        sim.control.restDown({ venue, ms: 60 * MINUTE });
      }
    });
    await livePrice();
    for (const offset of offsets()) expect(Math.abs((offset ?? 0) + 660_000)).toBeLessThan(5_000);
  }, 60_000);

  it('that is set while it runs closes no minute wrong and stops nothing', async () => {
    const { truth, clock, sim, rig, livePrice, offsets } = await start(0);
    const begin = truth.now();
    await livePrice();
    for (const ahead of [30_000, -660_000, 0]) {
      clock.aheadMs = ahead;
      await truth.sleep(MINUTE);
      await livePrice();
      for (const offset of offsets()) expect(Math.abs((offset ?? 0) - ahead)).toBeLessThan(2_000);
    }
    const end = truth.now();
    await finalThrough(rig.candles, universe, end);
    expect(await compareWithTape(rig.candles, sim.tape, { universe, begin, end })).toBeGreaterThan(
      15,
    );
  }, 60_000);

  it('of a venue alone is that venue’s: the other’s prices and candles are as before', async () => {
    const { truth, sim, rig, offsets, livePrice } = await start(0, (sim) =>
      sim.control.clockOffset({ venue: 'binance', ms: 90_000 }),
    );
    const begin = truth.now();
    await livePrice();
    const [binance, coinbase] = offsets();
    expect(Math.abs((binance ?? 0) + 90_000)).toBeLessThan(2_000);
    expect(coinbase).toBe(0);
    // The venue's clock was set ahead: in the minutes before that nothing was traded.
    await truth.sleep(4 * MINUTE);
    const end = truth.now();
    await finalThrough(rig.candles, universe, end);
    expect(await compareWithTape(rig.candles, sim.tape, { universe, begin, end })).toBeGreaterThan(
      2,
    );
  }, 60_000);
});
