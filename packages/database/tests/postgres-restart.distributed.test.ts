import { setTimeout as wait } from 'node:timers/promises';
import { until } from '@tidemark/testkit/until';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { errorOf, serverControl, useServer, withItems } from './postgres-server.ts';

/** What became of work that was done again and again. */
interface Outcome {
  done: number;
  doneAt: number;
  failures: Error[];
  failedAt: number;
}

/** Does the work over and over until it is stopped. */
function over(work: (n: number) => Promise<unknown>) {
  const outcome: Outcome = { done: 0, doneAt: 0, failures: [], failedAt: 0 };
  const stopped = new AbortController();
  const ended = (async () => {
    for (let n = 0; !stopped.signal.aborted; n += 1) {
      try {
        await work(n);
        outcome.done += 1;
        outcome.doneAt = performance.now();
      } catch (error) {
        outcome.failures.push(error as Error);
        outcome.failedAt = performance.now();
        await wait(20);
      }
    }
  })();
  const stop = async () => {
    stopped.abort();
    await ended;
  };
  return { outcome, stop };
}

describe.skipIf(serverControl === undefined)('PostgreSQL that is killed', () => {
  const server = useServer();

  test('and started again is used again without help, and nothing that was told as done is lost', async () => {
    const database = server.open({ patienceMs: 1_000 });
    const db = await withItems(database);
    const told: number[] = [];
    const write = async (id: number): Promise<void> => {
      await db.insertInto('items').values({ id, name: null }).execute();
      told.push(id);
    };
    const writers = [0, 1, 2].map((i) => over((n) => write(n * 3 + i)));
    const readers = [0, 1, 2].map(() => over(() => db.selectFrom('items').selectAll().execute()));
    const all = [...writers, ...readers];
    const doneSince = (moment: number) => () => all.every(({ outcome }) => outcome.doneAt > moment);
    await until('some work', doneSince(performance.now() + 300));

    await serverControl?.kill('postgres');
    const away = errorOf(database.ping());
    expect((await away).name).toBe('DatabaseUnavailableError');
    await wait(1_500);
    expect((await errorOf(database.ping())).message).toMatch(
      /cannot be reached: connection refused/,
    );
    await serverControl?.start('postgres');
    const back = performance.now();
    await until('work after the restart', doneSince(back));
    await database.ping();
    await until('more of it', doneSince(performance.now() + 500));
    await Promise.all(all.map(({ stop }) => stop()));

    const failures = all.flatMap(({ outcome }) => outcome.failures);
    expect(new Set(failures.map(({ name }) => name))).toEqual(
      new Set(['DatabaseUnavailableError']),
    );
    expect(Math.max(...all.map(({ outcome }) => outcome.failedAt)) - back).toBeLessThan(1_000);
    const stored = await db.selectFrom('items').select('id').execute();
    const there = new Set(stored.map(({ id }) => id));
    expect(told.filter((id) => !there.has(id))).toEqual([]);
  }, 60_000);

  test('for a moment fails no read', async () => {
    const database = server.open();
    const db = await withItems(database);
    const reader = over(() => db.selectFrom('items').selectAll().execute());
    await until('a read', () => reader.outcome.done > 10);
    await serverControl?.kill('postgres');
    await serverControl?.start('postgres');
    const back = performance.now();
    await until('a read after the restart', () => reader.outcome.doneAt > back);
    await reader.stop();
    expect(reader.outcome.failures).toEqual([]);
  }, 60_000);

  test('while a process migrates makes it begin again', async () => {
    const database = server.open();
    let attempts = 0;
    const migrated = database.migrate('owner', {
      '0001-slow': {
        up: async (db) => {
          attempts += 1;
          await sql`create table slow (n int)`.execute(db);
          await sql`select pg_sleep(${attempts === 1 ? 20 : 0})`.execute(db);
        },
      },
    });
    await until('the first attempt', () => attempts === 1);
    await wait(100);
    await serverControl?.kill('postgres');
    await serverControl?.start('postgres');
    await migrated;
    expect(attempts).toBe(2);
    expect((await sql`select * from slow`.execute(database.as())).rows).toEqual([]);
  }, 60_000);
});
