import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newIdentityKeys } from '@tidemark/service/identity/identity-keys';
import { test } from 'vitest';
import { folder, mountMemory } from './support/memory-folder.ts';
import { startServer } from './support/server-process.ts';

const isRoot = process.getuid?.() === 0;

test('a bad configuration lists every fault, of the process and of its services', async ({
  expect,
}) => {
  const { code, stderr, stdout } = await startServer({
    DATA_DIR: await folder(),
    PORT: 'eight thousand',
    TARGET: 'everything',
    MARKET_SOURCE: 'dreamt',
    PRICES_RETENTION_DAYS: '0',
    KAFKA_BROKERS: 'kafka',
  }).ended;
  expect(code).toBe(1);
  expect(stdout).toBe('');
  const faults = stderr.split('\n').slice(1, -1);
  expect(stderr.split('\n')[0]).toBe('The configuration does not fit:');
  for (const name of [
    'PORT',
    'TARGET',
    'MARKET_SOURCE',
    'PRICES_RETENTION_DAYS',
    'KAFKA_BROKERS',
  ]) {
    expect(faults.filter((fault) => fault.trim().startsWith(name))).toHaveLength(1);
  }
  expect(faults).toHaveLength(5);
});

const ENGINES = {
  DATABASE_URL: 'postgresql://db:5432/tidemark',
  REDIS_URL: 'redis://cache:6379',
  KAFKA_BROKERS: 'kafka:9092',
  IDENTITY_PUBLIC_KEYS: `gateway:${newIdentityKeys().publicKey}`,
};

test.for(['DATABASE_URL', 'REDIS_URL', 'KAFKA_BROKERS'])(
  'a process of a distributed set without %s is refused, with the reason',
  async (name, { expect }) => {
    const env = { ...ENGINES, [name]: '', TARGET: 'market-data' };
    const { code, stderr, stdout } = await startServer(env).ended;
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.split('\n')[1]).toMatch(
      new RegExp(`^ +${name} is not set: TARGET=market-data runs a part of the system`),
    );
  },
);

test('a gateway that is not told of the other services, and has no key to sign with, is refused', async ({
  expect,
}) => {
  const env = { ...ENGINES, TARGET: 'gateway' };
  const { code, stderr } = await startServer(env).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/IDENTITY_KEY is not set/);
  expect(stderr).toMatch(/MARKET_DATA_URL is not set: .* market-data does not run in this process/);
});

test('engines for a part of the ports only are refused: nothing runs half in memory', async ({
  expect,
}) => {
  const { REDIS_URL, KAFKA_BROKERS } = ENGINES;
  const { code, stderr } = await startServer({ REDIS_URL, KAFKA_BROKERS }).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/DATABASE_URL is not set: REDIS_URL and KAFKA_BROKERS are set/);
});

test('a simulated market that several processes read needs a simulator of its own', async ({
  expect,
}) => {
  const { code, stderr } = await startServer({ ...ENGINES, TARGET: 'market-data' }).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^MARKET_SOURCE=simulated needs one simulator .*npm run exchange-sim/);
});

test('a data folder that is a file is refused in one line', async ({ expect }) => {
  const path = join(await folder(), 'data');
  await writeFile(path, 'not a folder');
  const { code, stderr } = await startServer({ DATA_DIR: path }).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^The data folder .* cannot be used: .*\n$/);
});

test('a read-only data folder is refused in one line', async ({ expect, skip }) => {
  const dir = await folder();
  if (!isRoot) await chmod(dir, 0o555);
  else if (!mountMemory(dir, 'ro,size=1m')) skip('this process may not mount a file system');
  const { code, stderr } = await startServer({ DATA_DIR: dir }).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^The data folder .* cannot be used: .*(read-only|may not write).*\n$/);
});

test('a disk that is almost full is refused in one line', async ({ expect, skip }) => {
  const dir = await folder();
  if (!mountMemory(dir, 'size=20m')) skip('this process may not mount a file system');
  const { code, stderr } = await startServer({ DATA_DIR: dir }).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^The disk of the data folder .* is almost full: .*\n$/);
});
