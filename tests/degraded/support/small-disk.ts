import { execFile } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CHUNK = Buffer.alloc(1024 * 1024);

/** A disk of its own, which a test can fill. */
export interface SmallDisk {
  path: string;
  /** Leaves no room on it. */
  fill(): Promise<void>;
  /** Takes away what `fill` put there. */
  free(): Promise<void>;
  remove(): Promise<void>;
}

/** A file system in memory; null where this user may not mount one. */
export async function smallDisk(megabytes: number): Promise<SmallDisk | null> {
  const path = await mkdtemp(join(tmpdir(), 'tidemark-disk-'));
  const filler = join(path, 'filler');
  const free = () => rm(filler, { force: true });
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path]);
  } catch {
    await rm(path, { recursive: true });
    return null;
  }
  return {
    path,
    free,
    fill: async () => {
      const file = await open(filler, 'a');
      try {
        for (;;) await file.write(CHUNK);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      } finally {
        await file.close();
      }
    },
    remove: async () => {
      await run('umount', ['-l', path]);
      await rm(path, { recursive: true, force: true });
    },
  };
}
