import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DataDirError, explainFsError } from './data-dir-error.ts';

export interface DataDirLock {
  release(): void;
}

/** What is not referenced is collected, and its lock with it. */
const held = new Set<DatabaseSync>();

/**
 * Keeps `dir` for this process until `release`, or until the process ends in whatever way; docs/adr/0002 says how.
 * @throws DataDirError naming the process that has it
 */
export function lockDataDir(dir: string): DataDirLock {
  const lock = takeLock(dir);
  held.add(lock);
  writeFileSync(pidFile(dir), `${process.pid}\n`);
  return { release: () => release(lock) };
}

function release(lock: DatabaseSync): void {
  if (held.delete(lock)) lock.close();
}

function takeLock(dir: string): DatabaseSync {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(dir, 'lock.db'), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    throw isBusy(error) ? inUse(dir) : explainFsError(error, dir);
  }
}

function isBusy(error: unknown): boolean {
  const SQLITE_BUSY = 5;
  return (error as { errcode?: number }).errcode === SQLITE_BUSY;
}

function inUse(dir: string): DataDirError {
  const pid = holder(dir);
  const who = pid ? `by process ${pid}` : 'by another process';
  return new DataDirError(
    `The data folder ${dir} is in use ${who}. Stop that one, or give this one its own DATA_DIR.`,
  );
}

function holder(dir: string): string | undefined {
  try {
    return readFileSync(pidFile(dir), 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

function pidFile(dir: string): string {
  return join(dir, 'lock.pid');
}
