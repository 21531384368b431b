import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPgliteDatabase } from '../src/pglite-database.ts';
import { startChild } from './child.ts';

const ROUNDS = 5;
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tidemark-kill-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function storedIn(path: string): Promise<{ left: number[]; right: number[] }> {
  const database = await openPgliteDatabase(path);
  const numbers = async (table: string): Promise<number[]> => {
    const query = sql<{ n: number }>`select n from ${sql.table(table)} order by n`;
    return (await query.execute(database.as<unknown>())).rows.map(({ n }) => n);
  };
  const stored = { left: await numbers('left_side'), right: await numbers('right_side') };
  await database.close();
  return stored;
}

test('whatever was committed is there after a kill, and nothing by halves', async () => {
  let next = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const child = startChild('write-forever', dir, String(next));
    await child.line((line) => line === String(next + 20));
    await wait(round * 37);
    await child.kill();
    const last = Number(child.lines.at(-1));
    const { left, right } = await storedIn(join(dir, 'database'));
    expect(left).toEqual(right);
    expect(left.length).toBeGreaterThan(last);
    expect(left).toEqual(left.map((_, i) => i));
    next = left.length;
  }
  expect(next).toBeGreaterThan(ROUNDS * 20);
}, 120_000);

test('a kill during the first start leaves a folder that the next start can use', async () => {
  for (const ms of [400, 1_200, 2_000]) {
    const path = join(dir, `first-${ms}`);
    const child = startChild('write-forever', path);
    await wait(ms);
    await child.kill();
    const again = startChild('write-forever', path, '1000000');
    await again.line((line) => line === '1000000');
    await again.kill();
  }
}, 120_000);
