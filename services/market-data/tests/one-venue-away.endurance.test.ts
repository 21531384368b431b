import { EXCHANGES } from '@tidemark/contracts/exchange';
import { until } from '@tidemark/testkit/until';
import { describe, expect, it } from 'vitest';
import { compareWithTape, finalThrough } from './support/compare-with-tape.ts';
import { startMarketWithout, universe } from './support/market-without.ts';

const MINUTE = 60_000;

// They wait for the market's minutes, not for the machine: together.
describe.concurrent.each(EXCHANGES)('while %s is away', (away) => {
  it('bars become final without it and name it, at every interval, and are whole and told again when it is back', async (context) => {
    const { clock, sim, rig, bars, told } = await startMarketWithout(context, null);
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
});

describe.concurrent('while USDT against dollars alone is silent', () => {
  it('bars become final, and name the venue that does not tell the rate', async (context) => {
    const { clock, sim, rig, bars } = await startMarketWithout(context, null);
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
