import type { CandleRewrite } from '@tidemark/contracts/candle';
import { EXCHANGES, type Exchange } from '@tidemark/contracts/exchange';
import { CANDLE_REWRITES } from '@tidemark/contracts/topics';
import { startExchangeSim } from '@tidemark/exchange-sim/exchange-sim';
import { CandleReader } from '@tidemark/market-data/candles/candle-reader';
import { LATEST_MS } from '@tidemark/contracts/time';
import { startMarketRig, universeOf } from '@tidemark/testkit/market-rig';
import { scaledClock } from '@tidemark/testkit/scaled-clock';
import { until } from '@tidemark/testkit/until';
import { describe, expect, it, type TestContext } from 'vitest';
import { compareWithTape, finalThrough } from './support/compare-with-tape.ts';

const SPEED = 20;
const MINUTE = 60_000;
const universe = universeOf('bitcoin');
const [bitcoin] = universe.coins;

async function start({ onTestFinished }: TestContext, away: Exchange | null) {
  const clock = scaledClock(SPEED);
  const sim = await startExchangeSim({ clock, seed: 11, limits: false });
  onTestFinished(() => sim.stop());
  if (away) sim.control.down({ venue: away });
  const rig = await startMarketRig({ urls: sim.urls, clock, universe });
  onTestFinished(() => rig.stop());
  const told: CandleRewrite[] = [];
  await rig.bus.subscribe(CANDLE_REWRITES, {
    onBatch: (messages) => void told.push(...messages.map(({ value }) => value)),
  });
  const reader = new CandleReader(rig.candles);
  const bars = async (interval: '1m' | '5m', from = 0) => {
    if (!bitcoin) throw new Error('the universe has bitcoin');
    const range = { from, to: LATEST_MS, limit: 1000 };
    return (await reader.read(bitcoin, 'consolidated', interval, range)).candles;
  };
  await until('a price', () => rig.market.waitingFor() === null);
  return { clock, sim, rig, bars, told };
}

// They wait for the market's minutes, not for the machine: together.
describe.concurrent.each(EXCHANGES)('while %s is away', (away) => {
  it('bars become final without it and name it, at every interval, and are whole and told again when it is back', async (context) => {
    const { clock, sim, rig, bars, told } = await start(context, null);
    await finalThrough(rig.candles, universe, clock.now());
    const cut = clock.now();
    sim.control.down({ venue: away });
    const since = cut - (cut % MINUTE);
    const without = async (interval: '1m' | '5m') =>
      (await bars(interval, since - MINUTE)).filter(
        ({ final, lacking }) => final && lacking.length > 0,
      );
    await until('bars without it', async () => (await without('1m')).length >= 3, 30_000);
    expect(await without('1m')).toMatchObject(
      [1, 2, 3].map(() => ({ final: true, gap: true, lacking: [away] })),
    );
    await until('five minutes without it', async () => (await without('5m')).length >= 1, 30_000);
    const [first] = await without('5m');
    await until('word of it', () =>
      told.some(
        ({ exchange, interval, from, to }) =>
          exchange === 'consolidated' &&
          interval === '5m' &&
          from <= (first?.time ?? 0) &&
          (first?.time ?? 0) < to,
      ),
    );

    told.length = 0;
    sim.control.clear({ venue: away });
    await until('all to be whole', async () => (await without('1m')).length === 0, 30_000);
    const end = clock.now();
    await finalThrough(rig.candles, universe, end);
    await until('word of the minutes', () =>
      told.some(({ interval, from }) => interval === '1m' && from <= since + MINUTE),
    );
    await until('word of the five minutes', () =>
      told.some(({ interval, from }) => interval === '5m' && from <= (first?.time ?? 0)),
    );
    expect(
      (await bars('1m', since)).filter(({ gap, lacking }) => gap || lacking.length > 0),
    ).toEqual([]);
    expect(
      await compareWithTape(rig.candles, sim.tape, { universe, begin: cut, end }),
    ).toBeGreaterThan(0);
  }, 120_000);

  it('a first start has prices and candles, and says what converts them', async (context) => {
    const { rig, bars } = await start(context, away);
    await until('closed bars', async () => (await bars('1m')).some(({ final }) => final), 30_000);
    const closed = (await bars('1m')).filter(({ final }) => final);
    expect(closed).toMatchObject(closed.map(() => ({ gap: true, lacking: [away] })));
    const price = await rig.cache.get('price:bitcoin');
    const source = {
      exchange: away === 'binance' ? 'coinbase' : 'binance',
      rate_basis: away === 'binance' ? null : 'usdc',
      status: 'used',
    };
    expect(price).toMatchObject({
      quality: 'degraded',
      sources: expect.arrayContaining([expect.objectContaining(source)]),
    });
  }, 60_000);
});

describe.concurrent('while USDT against dollars alone is silent', () => {
  it('bars become final, and name the venue that does not tell the rate', async (context) => {
    const { clock, sim, rig, bars } = await start(context, null);
    await finalThrough(rig.candles, universe, clock.now());
    sim.control.silence({ venue: 'coinbase', product: 'USDT-USD' });
    const now = clock.now();
    await until(
      'bars without the rate',
      async () =>
        (await bars('1m', now)).some(({ final, lacking }) => final && lacking[0] === 'coinbase'),
      40_000,
    );
    const price = await rig.cache.get('price:bitcoin');
    expect(price).toMatchObject({ price: expect.any(Number) });
  }, 60_000);
});
