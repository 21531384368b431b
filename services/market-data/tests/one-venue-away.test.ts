import { EXCHANGES } from '@tidemark/contracts/exchange';
import { until } from '@tidemark/testkit/until';
import { describe, expect, it } from 'vitest';
import { startMarketWithout } from './support/market-without.ts';

// They wait for the market's minutes, not for the machine: together. Venues that go and come back are in
// one-venue-away.endurance.test.ts.
describe.concurrent.each(EXCHANGES)('while %s is away', (away) => {
  it('a first start has prices and candles, and says what converts them', async (context) => {
    const { rig, bars } = await startMarketWithout(context, away);
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
