import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { systemClock } from '@tidemark/clock/system-clock';
import { PostgresDatabase } from '@tidemark/database/postgres-database';
import { startExchangeSim, type ExchangeSim } from '@tidemark/exchange-sim/exchange-sim';
import { universeOf } from '@tidemark/testkit/market-rig';
import { scaledClock } from '@tidemark/testkit/scaled-clock';
import { until } from '@tidemark/testkit/until';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CandleStore } from '../src/store/candle-store.ts';
import type { MarketTables } from '../src/tables.ts';
import { compareWithTape, finalThrough } from './support/compare-with-tape.ts';
import type { ReplicaProcessOptions } from './support/replica-process.ts';
import { COINS } from './support/replicas.ts';

const SPEED = 5;
const MINUTE = 60_000;
const PROCESS = fileURLToPath(new URL('./support/replica-process.ts', import.meta.url));
const engines = {
  postgres: process.env['DATABASE_URL'] ?? '',
  redis: process.env['REDIS_URL'] ?? '',
  kafka: process.env['KAFKA_BROKERS'] ?? '',
};
const missing = Object.values(engines).includes('');
if (missing)
  process.stderr.write('skipped: replicas need DATABASE_URL, REDIS_URL, KAFKA_BROKERS\n');

describe.skipIf(missing)('replicas of market-data on PostgreSQL, Redis and Kafka', () => {
  const anchor = Date.now();
  const clock = scaledClock(SPEED, anchor);
  const universe = universeOf(...COINS);
  const space = `replicas${process.pid}`;
  const children: ChildProcess[] = [];
  let sim: ExchangeSim;
  let database: PostgresDatabase;

  beforeEach(async () => {
    sim = await startExchangeSim({ clock, seed: 31, limits: false });
    database = new PostgresDatabase({ url: engines.postgres, schema: space });
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await sim.stop();
    await database.close();
  });

  async function up(name: string): Promise<ChildProcess> {
    const options: ReplicaProcessOptions = {
      name,
      engines,
      space,
      anchor,
      urls: sim.urls,
      coins: COINS,
      speed: SPEED,
    };
    const child = spawn(process.execPath, [PROCESS, JSON.stringify(options)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    await once(child.stdout, 'data');
    return child;
  }

  async function owners(): Promise<string[]> {
    const table = database.as<MarketTables>().selectFrom('partition_owners');
    return (await table.selectAll().execute()).map((row) => row.owner);
  }

  async function ownedBy(...names: string[]): Promise<void> {
    const wanted = [...names].sort().join();
    await until(
      `${wanted} to own all`,
      async () => [...new Set(await owners())].sort().join() === wanted,
      60_000,
    );
  }

  it('one is killed, one is suspended, one is stopped: every final candle is right', async () => {
    const a = await up('a');
    const begin = clock.now();
    const b = await up('b');
    await ownedBy('a', 'b');
    await clock.sleep(2 * MINUTE);
    a.kill('SIGKILL');
    const killed = systemClock.monotonic();
    await ownedBy('b');
    const takeover = systemClock.monotonic() - killed;
    process.stderr.write(`a killed replica's coins were taken over after ${takeover | 0} ms\n`);
    const c = await up('c');
    await ownedBy('b', 'c');
    await clock.sleep(MINUTE);
    b.kill('SIGSTOP');
    await ownedBy('c');
    await clock.sleep(MINUTE);
    b.kill('SIGCONT');
    await ownedBy('b', 'c');
    await clock.sleep(MINUTE);
    c.kill('SIGTERM');
    const stopped = systemClock.monotonic();
    await ownedBy('b');
    const handover = systemClock.monotonic() - stopped;
    process.stderr.write(`a stopped replica's coins were handed over after ${handover | 0} ms\n`);
    await clock.sleep(MINUTE);
    const end = clock.now();
    const candles = new CandleStore(database);
    await finalThrough(candles, universe, end);
    const span = { universe, begin, end };
    expect(await compareWithTape(candles, sim.tape, span)).toBeGreaterThan(100);
    expect(takeover).toBeLessThan(20_000);
  }, 240_000);
});
