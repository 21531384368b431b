import { randomUUID } from 'node:crypto';
import { PostgresDatabase } from '@tidemark/database/postgres-database';
import { until } from '@tidemark/testkit/until';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrations } from '../src/migrations/index.ts';
import { DeepHistoryStore } from '../src/store/deep-history-store.ts';
import { EuroRateStore } from '../src/store/euro-rate-store.ts';
import { HistoryStore } from '../src/store/history-store.ts';
import { ReplicatedMarket } from './support/replicas.ts';

const url = process.env['DATABASE_URL'];
if (url === undefined) {
  process.stderr.write('skipped: no DATABASE_URL; dev/with-infra.sh <command> starts PostgreSQL\n');
}
const LISTING = {
  exchange: 'coinbase',
  product: 'BTC-USD',
  coinId: 'bitcoin',
  quote: 'USD',
} as const;

describe.skipIf(url === undefined)('on PostgreSQL', () => {
  const schema = `rates_${randomUUID()}`;
  const database = new PostgresDatabase({ url: url ?? '', schema });
  beforeAll(() => database.migrate('market-data', migrations));
  afterAll(async () => {
    await sql`drop schema ${sql.id(schema)} cascade`.execute(database.as());
    await database.close();
  });

  test('reference rates are kept by day, corrected, and crossed with the dollar of their day', async () => {
    const store = new EuroRateStore(database);
    const rate = (day: string, currency: string, perEuro: string) => ({ day, currency, perEuro });
    await store.write([rate('2026-11-26', 'USD', '1.1'), rate('2026-11-26', 'CHF', '0.9')]);
    await store.write([rate('2026-11-26', 'USD', '1.15'), rate('2026-11-27', 'USD', '1.16')]);
    expect(await store.days('CHF', '2026-11-01', '2026-11-30')).toEqual([
      { day: '2026-11-26', dollars: '1.15', own: '0.9' },
    ]);
    expect(await store.days('EUR', '2026-11-27', '2026-11-27')).toEqual([
      { day: '2026-11-27', dollars: '1.16', own: '1' },
    ]);
    expect(await store.newest()).toEqual([
      rate('2026-11-26', 'CHF', '0.9'),
      rate('2026-11-27', 'USD', '1.16'),
    ]);
    expect(await store.newestDay()).toBe('2026-11-27');
    const read = { readAt: Date.UTC(2026, 10, 27, 17), etag: '"a"', lastModified: null };
    await store.setRead('all', { ...read, etag: null });
    await store.setRead('all', read);
    expect(await store.reads()).toEqual(new Map([['all', read]]));
  });

  test('what is wanted only ever goes further back', async () => {
    const store = new DeepHistoryStore(database);
    const [early, late] = [Date.UTC(2015, 0, 1), Date.UTC(2020, 0, 1)];
    await store.want(new Map([['bitcoin', late]]));
    await store.want(
      new Map([
        ['bitcoin', early],
        ['aave', late],
      ]),
    );
    await store.want(new Map([['bitcoin', late]]));
    expect(await store.wanted()).toEqual(
      new Map([
        ['bitcoin', early],
        ['aave', late],
      ]),
    );
    const covered = { coveredFrom: late, firstTime: late };
    await new HistoryStore(database).setComplete(LISTING, '1d', covered);
    await store.setReach(LISTING, early);
    expect(await store.reaches()).toEqual([
      { coinId: 'bitcoin', exchange: 'coinbase', coveredFrom: early, firstTime: null },
    ]);
  });
});

test('whichever replica is asked, the owners bring what is wanted', async () => {
  const market = await ReplicatedMarket.start(1, 43, ['bitcoin', 'arbitrum']);
  try {
    const config = { HISTORY_BACKFILL: true };
    for (const name of ['a', 'b']) await market.replica(name, config);
    const store = new DeepHistoryStore(market.database);
    const since = Date.UTC(2016, 0, 1);
    await store.want(new Map([['bitcoin', since]]));
    const isThere = async () => {
      const reaches = await store.reaches();
      return reaches.filter(({ coveredFrom }) => coveredFrom === since).length === 4;
    };
    await until('days of both venues, and what converts them', isThere, 90_000);
    const firsts = (await store.reaches()).map(({ coinId, firstTime }) => [coinId, firstTime]);
    expect(firsts).toContainEqual(['bitcoin', Date.UTC(2017, 0, 1)]);
    expect(new Set((await market.owners()).values())).toEqual(new Set(['a', 'b']));
  } finally {
    await market.stop();
  }
}, 120_000);
