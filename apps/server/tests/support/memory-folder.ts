import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Mounts a file system in memory; false where this process may not. */
export function mountMemory(dir: string, options: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', dir], { stdio: 'ignore' });
    onTestFinished(() => void execFileSync('umount', ['-l', dir]));
    return true;
  } catch {
    return false;
  }
}

/** A folder that is gone after the test. */
export async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'tidemark-fault-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}
