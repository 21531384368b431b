import type { PortfolioUpdate } from '@tidemark/contracts/portfolio';
import { PORTFOLIO_FOLLOWS, PORTFOLIO_UPDATES, PRICE_UPDATES } from '@tidemark/contracts/topics';
import { until } from '@tidemark/testkit/until';
import { toldPrice } from '@tidemark/testkit/told-price';
import { expect, test } from 'vitest';
import { portfolioRig } from './support/rig.ts';

// It is 1 February 2026, midnight UTC.
const rig = portfolioRig();

test('who follows a portfolio hears what it is worth as prices move and transactions are put in', async () => {
  const { clock, market, parts, context } = rig;
  const anna = rig.person();
  const told: PortfolioUpdate[] = [];
  await context.bus.subscribe(PORTFOLIO_UPDATES, {
    onBatch: (messages) => void told.push(...messages.map(({ value }) => value)),
  });
  await parts.live.start();
  const { path, portfolio_id } = await anna.portfolio();
  market.closes.set('bitcoin', { '2026-01-30': 100, '2026-01-31': 100 });
  const price = async (usd: number) => {
    market.now.set('bitcoin', usd);
    await context.bus.publish(PRICE_UPDATES, [
      { key: 'bitcoin', value: toldPrice(market.told('bitcoin')) },
    ]);
  };
  const follow = (isNew: boolean) => {
    const value = { portfolio_id, is_new: isNew };
    return context.bus.publish(PORTFOLIO_FOLLOWS, [{ key: portfolio_id, value }]);
  };
  const heard = (value: string) =>
    until(`a value of ${value}`, async () => {
      await follow(false);
      await clock.advance(1_000);
      return told.at(-1)?.total_value === value;
    });
  await price(110);
  const [buy, headers] = [{ kind: 'buy', asset: 'BTC', currency: 'USD' }, { 'if-match': '*' }];
  await anna.ask('PATCH', path, { headers, body: { base_currency: 'USD' } });
  await anna.enter(path, { ...buy, time: '2026-01-30T00:00:00Z', quantity: '2', total: '160' });
  await clock.advance(2_000);
  expect(told).toEqual([]);
  // The thread that keeps the books is started by this: nothing below waits for it.
  await anna.ask('GET', `${path}/performance`);
  await follow(true);
  await heard('220');
  expect(told).toMatchObject([
    {
      ...{ portfolio_id, user_id: anna.userId, currency: 'USD', gain: '60', roi_percent: 37.5 },
      ...{ today_change: '20', today_percent: 10 },
    },
  ]);
  await price(120);
  await heard('240');
  await anna.enter(path, { ...buy, time: '2026-01-31T00:00:00Z', quantity: '1', total: '100' });
  await heard('360');
  expect(told).toHaveLength(3);
  await parts.live.stop();
});
