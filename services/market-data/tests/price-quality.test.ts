import { openPgliteDatabase } from '@tidemark/database/pglite-database';
import { databaseTemplate } from '@tidemark/database/database-template';
import { sql } from 'kysely';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../src/migrations/index.ts';
import { PriceStore } from '../src/store/price-store.ts';

test('stored prices that were called simulated keep their price, of unknown quality', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'tidemark-quality-'));
  const database = await openPgliteDatabase(dir, { template: await databaseTemplate() });
  onTestFinished(async () => {
    await database.close();
    await rm(dir, { recursive: true, force: true });
  });
  const before = Object.entries(migrations).filter(([name]) => name < '0009-price-quality');
  await database.migrate('market-data', Object.fromEntries(before));
  const store = new PriceStore(database);
  const time = Date.UTC(2026, 10, 20, 12);
  await store.maintainPartitions([time], time);
  const row = { coinId: 'bitcoin', price: '1', volume: null };
  await store.writePrices([{ ...row, time, quality: 'live' }]);
  await sql`INSERT INTO prices SELECT coin_id, ${new Date(time + 1_000)}, 2, NULL, 'simulated'
    FROM prices`.execute(database.as());

  await database.migrate('market-data', migrations);

  const { rows } = await sql<{ quality: string | null }>`
    SELECT quality FROM prices ORDER BY timestamp`.execute(database.as());
  expect(rows.map(({ quality }) => quality)).toEqual(['live', null]);
  expect(await store.lastPrice('bitcoin')).toEqual({ price: 2, time: time + 1_000 });
});
