import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { startChild } from './child.ts';
import { serverUrl, useServer } from './postgres-server.ts';

/** Time for eight processes to be up on a busy machine, ms. */
const HEAD_START_MS = 6_000;

describe.skipIf(serverUrl === undefined)('migrations of PostgreSQL', () => {
  const server = useServer();

  test('of eight processes at once on an empty server one does the work and none fails', async () => {
    const owners = ['users', 'users', 'users', 'users', 'news', 'news', 'alerts', 'prices'];
    const startsAt = String(Date.now() + HEAD_START_MS);
    const children = owners.map((owner) =>
      startChild('migrate-schema', server.url, 'simulated', owner, startsAt),
    );
    const codes = await Promise.all(children.map(({ ended }) => ended));
    expect(children.map((child) => child.errors())).toEqual(owners.map(() => ''));
    expect(codes).toEqual(owners.map(() => 0));

    const worked = owners.filter((_, i) => children[i]?.lines.at(-1) === 'applied first,second');
    expect(worked.sort()).toEqual(['alerts', 'news', 'prices', 'users']);
    const tables = sql<{ name: string }>`select tablename as name from pg_tables
      where schemaname = 'simulated' and tablename like '%\\_second'`;
    const { rows } = await tables.execute(server.open().as());
    expect(rows).toHaveLength(4);
  }, 60_000);

  test('a process that dies while it migrates leaves nothing, and holds up nobody', async () => {
    const child = startChild('migrate-schema', server.url, 'left', 'dying', '0');
    const database = server.open({ schema: 'left' });
    const begun = sql<{ n: number }>`select count(*) as n from pg_stat_activity
      where query like '%pg_sleep(0.1)%' and pid <> pg_backend_pid()`;
    await expect
      .poll(async () => (await begun.execute(database.as())).rows[0]?.n, { timeout: 20_000 })
      .toBe(1);
    await child.kill();
    const again = startChild('migrate-schema', server.url, 'left', 'dying', '0');
    expect(await again.ended).toBe(0);
    expect(again.lines.at(-1)).toBe('applied first,second');
  }, 60_000);
});
