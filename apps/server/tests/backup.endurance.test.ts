import { copyFile, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { backup } from '../src/backup/backup-command.ts';
import { restore } from '../src/backup/restore-command.ts';
import { runBackup } from './support/backup-process.ts';
import { openPaths } from './support/file-modes.ts';
import { closedCandles, signIn, untilReady, whoAmI } from './support/instance-figures.ts';
import { register, type Person } from './support/person.ts';
import { startServer, type Ending, type ServerProcess } from './support/server-process.ts';

/** Several processes start one after another. */
const SLOW_MS = 240_000;

let root: string;
let dataDir: string;
let file: string;
let server: ServerProcess;
let url: string;
let anna: Person;
/** Before which no candle changes any more. */
let moment: number;
/** How the backup of the running instance ended. */
let made: Ending;
const running: ServerProcess[] = [];
const start = (env: Record<string, string>) => {
  const process = startServer(env);
  running.push(process);
  return process;
};
const copyOf = async (dir: string) => (await readdir(join(dir, 'simulated'))).includes('copy');

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tidemark-backup-'));
  dataDir = join(root, 'data');
  file = join(root, 'backup');
  server = start({ DATA_DIR: dataDir, HISTORY_BACKFILL: 'true' });
  ({ url } = await server.ready);
  await untilReady(url);
  anna = await register(url, 'anna');
  moment = Math.floor(Date.now() / 60_000) * 60_000;
  const stored = async () => expect((await closedCandles(url, moment)).length).toBeGreaterThan(20);
  await vi.waitFor(stored, { timeout: 30_000, interval: 200 });
  made = await runBackup('backup', file, { DATA_DIR: dataDir });
}, SLOW_MS);
afterAll(async () => {
  for (const process of running) process.kill('SIGKILL');
  await Promise.all(running.map(({ ended }) => ended));
  await rm(root, { recursive: true, force: true });
});

test(
  'an instance is backed up while it runs, and goes on from the backup elsewhere with its accounts and candles',
  async () => {
    expect([made.code, made.stderr]).toEqual([0, '']);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(made.stdout).toMatch(
      /^Backed up the simulated market: [\d,]+ rows in \d+ tables, into /,
    );
    await vi.waitFor(async () => expect(await copyOf(dataDir)).toBe(false));
    expect(await whoAmI(url, anna.signedIn.access_token)).toBe(anna.username);

    const other = join(root, 'other');
    await mkdir(join(other, 'simulated'), { recursive: true });
    const secret = 'simulated/instance.secret';
    await copyFile(join(dataDir, secret), join(other, secret));
    const brought = await runBackup('restore', file, { DATA_DIR: other });
    expect([brought.code, brought.stderr]).toEqual([0, '']);
    expect(brought.stdout).toContain('The secret that is given is this instance’s.');

    const again = start({ DATA_DIR: other, HISTORY_BACKFILL: 'false' });
    const { url: otherUrl } = await again.ready;
    expect(await openPaths(other)).toEqual([]);
    expect(await signIn(otherUrl, anna)).toBe(200);
    expect(await whoAmI(otherUrl, anna.signedIn.access_token)).toBe(anna.username);
    expect(await closedCandles(otherUrl, moment)).toEqual(await closedCandles(url, moment));
    again.kill('SIGTERM');
    expect((await again.ended).code).toBe(0);
    // Nobody has it now: it is opened itself, and says the same.
    expect(await backup(simulated({ DATA_DIR: other }), [join(root, 'second')])).toMatch(
      /^Backed up/,
    );
  },
  SLOW_MS,
);

const simulated = (env: Record<string, string>) => ({ MARKET_SOURCE: 'simulated', ...env });

test('a folder that has something, or that a process has, is refused in a sentence', async () => {
  const inUse = restore(simulated({ DATA_DIR: dataDir }), [file]);
  await expect(inUse).rejects.toThrow(/^The data folder .* is in use by process \d+\. /);
  const full = join(root, 'full');
  await mkdir(join(full, 'simulated'), { recursive: true });
  await writeFile(join(full, 'simulated/initialised'), '');
  const refused = restore(simulated({ DATA_DIR: full }), [file]);
  await expect(refused).rejects.toThrow('is not empty (it has initialised)');
  expect(await readdir(join(full, 'simulated'))).toEqual(['initialised']);
});

test('a secret of another instance is refused before anything is made', async () => {
  const INSTANCE_SECRET = 'the secret of somebody else, 32 characters';
  const refused = restore(simulated({ DATA_DIR: join(root, 'wrong'), INSTANCE_SECRET }), [file]);
  await expect(refused).rejects.toThrow(/^The secret that is given is not the one/);
  expect(await readdir(root)).not.toContain('wrong');
});

test('where there is nothing, there is nothing to back up, and nothing is made', async () => {
  const refused = backup(simulated({ DATA_DIR: join(root, 'none') }), [join(root, 'x')]);
  await expect(refused).rejects.toThrow(/^There is nothing to back up in .*none/);
  await expect(backup({}, [])).rejects.toThrow('Name one file: npm run backup -- FILE');
  expect(await readdir(root)).not.toContain('none');
});

test('copies are made for one at a time, and go with who asked for them', async () => {
  const path = join(dataDir, 'copies.sock');
  const ask = async () => {
    const socket = connect(path);
    const line = await new Promise<string>((resolve, reject) => {
      socket.on('error', reject).once('data', (chunk: Buffer) => resolve(chunk.toString()));
    });
    return { socket, answer: JSON.parse(line) as { copy?: string; refused?: string } };
  };
  const first = await ask();
  expect(await copyOf(dataDir)).toBe(true);
  expect((await ask()).answer.refused).toMatch(/^Another backup is being made/);
  first.socket.destroy();
  await vi.waitFor(async () => expect(await copyOf(dataDir)).toBe(false));
});
