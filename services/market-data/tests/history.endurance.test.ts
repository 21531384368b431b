import { until } from '@tidemark/testkit/until';
import { afterEach, expect, it } from 'vitest';
import { HISTORY_DEPTH } from '../src/history/history-task.ts';
import type { MarketTables } from '../src/tables.ts';
import { ReplicatedMarket } from './support/replicas.ts';

const markets: ReplicatedMarket[] = [];
afterEach(async () => {
  for (const market of markets.splice(0)) await market.stop();
});

it('a back-fill that its replica did not live to finish is finished by the others, each its part', async () => {
  const market = await ReplicatedMarket.start(1, 41);
  markets.push(market);
  const covered = async () => {
    const table = market.database.as<MarketTables>().selectFrom('history_progress');
    return (await table.selectAll().execute()).length;
  };
  const all = market.universe.listings.length * HISTORY_DEPTH.length;
  const a = await market.replica('a', { HISTORY_BACKFILL: true });
  await until('a first part', async () => (await covered()) >= 3, 30_000);
  await a.link.die();
  expect(await covered()).toBeLessThan(all);
  const b = await market.replica('b', { HISTORY_BACKFILL: true });
  const c = await market.replica('c', { HISTORY_BACKFILL: true });
  await until('the rest', async () => (await covered()) === all, 60_000);
  for (const { market: replica } of [b, c]) {
    await until('its own part to be done', () => {
      const { done, total, failed } = replica.feeds().history;
      return total > 0 && done === total && failed === 0;
    });
  }
}, 120_000);
