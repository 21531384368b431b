import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, onTestFinished } from 'vitest';
import { openPgliteDatabase } from '../src/pglite-database.ts';
import { startChild } from './child.ts';

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'tidemark-kill-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

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

/** Kills a process that writes, and looks at what is stored, `rounds` times over on one folder. */
export async function killWhileWriting(rounds: number): Promise<void> {
  const dir = await folder();
  let next = 0;
  for (let round = 0; round < rounds; round += 1) {
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
  expect(next).toBeGreaterThan(rounds * 20);
}

/** Kills a first start at each of these moments, ms after its beginning, and starts again on what it left. */
export async function killFirstStart(moments: readonly number[]): Promise<void> {
  const dir = await folder();
  for (const ms of moments) {
    const path = join(dir, `first-${ms}`);
    const child = startChild('write-forever', path);
    await wait(ms);
    await child.kill();
    const again = startChild('write-forever', path, '1000000');
    await again.line((line) => line === '1000000');
    await again.kill();
  }
}
