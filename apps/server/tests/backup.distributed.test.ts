import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PostgresDatabase } from '@tidemark/database/postgres-database';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { runBackup } from './support/backup-process.ts';
import { alertsOf, closedCandles, signIn, untilReady, whoAmI } from './support/instance-figures.ts';
import { madeAlert, madeChannel } from './support/made-alert.ts';
import { register } from './support/person.ts';
import { startServer } from './support/server-process.ts';

const server = process.env['DATABASE_URL'];

describe.skipIf(server === undefined)('backups between the topologies', () => {
  const name = `backup_${randomUUID().replaceAll('-', '')}`;
  let root: string;
  let url: string;
  const asAdmin = async (statement: string) => {
    const admin = new PostgresDatabase({ url: server ?? '', schema: 'public' });
    await sql.raw(statement).execute(admin.as());
    await admin.close();
  };
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'tidemark-backup-'));
    await asAdmin(`create database ${name}`);
    const address = new URL(server ?? '');
    address.pathname = `/${name}`;
    url = address.href;
  });
  afterAll(async () => {
    await asAdmin(`drop database ${name} with (force)`);
    await rm(root, { recursive: true, force: true });
  });

  const done = async (...args: Parameters<typeof runBackup>) => {
    const { code, stdout, stderr } = await runBackup(...args);
    expect([code, stderr]).toEqual([0, '']);
    return stdout;
  };

  test('an instance moves from one process to a server of another PostgreSQL, and back', async () => {
    const from = join(root, 'from');
    const first = startServer({ DATA_DIR: from, HISTORY_BACKFILL: 'true' });
    const { url: firstUrl } = await first.ready;
    await untilReady(firstUrl);
    const anna = await register(firstUrl, 'anna');
    await madeAlert(anna);
    await madeChannel(anna);
    const moment = Math.floor(Date.now() / 60_000) * 60_000;
    const stored = async () =>
      expect((await closedCandles(firstUrl, moment)).length).toBeGreaterThan(20);
    await vi.waitFor(stored, { timeout: 30_000, interval: 200 });
    await done('backup', join(root, 'one'), { DATA_DIR: from });
    const watched = await alertsOf(firstUrl, anna.signedIn.access_token);
    const candles = await closedCandles(firstUrl, moment);
    first.kill('SIGTERM');
    await first.ended;

    const secret = (await readFile(join(from, 'simulated/instance.secret'), 'utf8')).trim();
    const shared = { DATABASE_URL: url, INSTANCE_SECRET: secret };
    const there = await done('restore', join(root, 'one'), shared);
    expect(there).toContain('The secret that is given is this instance’s.');
    const refused = await runBackup('restore', join(root, 'one'), shared);
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringMatching(/^The database is not empty/),
    ]);

    const figures = (text: string) => /[\d,]+ rows in \d+ tables/.exec(text)?.[0];
    expect(figures(await done('backup', join(root, 'two'), shared))).toBe(figures(there));
    const back = join(root, 'back');
    expect(
      figures(
        await done('restore', join(root, 'two'), { DATA_DIR: back, INSTANCE_SECRET: secret }),
      ),
    ).toBe(figures(there));

    const again = startServer({
      DATA_DIR: back,
      HISTORY_BACKFILL: 'false',
      INSTANCE_SECRET: secret,
    });
    const { url: againUrl } = await again.ready;
    expect(await signIn(againUrl, anna)).toBe(200);
    expect(await whoAmI(againUrl, anna.signedIn.access_token)).toBe(anna.username);
    expect(await closedCandles(againUrl, moment)).toEqual(candles);
    // Channels are sealed with the secret: where they lead is readable again.
    expect(watched).toMatchObject([[{ status: 'waiting' }], [{ to: 'receiver.invalid' }]]);
    expect(await alertsOf(againUrl, anna.signedIn.access_token)).toEqual(watched);
    again.kill('SIGKILL');
    await again.ended;
  }, 300_000);
});
