import { mkdir, open, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DataDirError, explainFsError } from './data-dir-error.ts';

const MEGABYTE = 1024 * 1024;
const OWNER_ALONE = 0o700;

export interface DataDirCheckOptions {
  /** Free space that is asked for, bytes. Default 100 MB. */
  minFreeBytes?: number;
}

/**
 * Makes the folder if need be, for this user alone, and sees that data can be kept there: a small file is really written, and there is room.
 * @throws DataDirError in words for the person who runs it
 */
export async function checkDataDir(dir: string, options: DataDirCheckOptions = {}): Promise<void> {
  try {
    await makeDir(resolve(dir), OWNER_ALONE);
    await writeProbe(join(dir, `.probe-${process.pid}`));
  } catch (error) {
    throw explainFsError(error, dir);
  }
  await checkFreeSpace(dir, options.minFreeBytes ?? 100 * MEGABYTE);
}

/** As `mkdir` with `recursive`, which does not return on file systems that refuse folders with ENOENT, as /proc does. */
async function makeDir(dir: string, mode?: number): Promise<void> {
  try {
    await mkdir(dir, { mode });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !(await stat(dirname(dir)).catch(() => null))) {
      await makeDir(dirname(dir));
      await mkdir(dir, { mode });
    } else if (code !== 'EEXIST' || !(await stat(dir)).isDirectory()) throw error;
  }
}

async function writeProbe(path: string): Promise<void> {
  try {
    const file = await open(path, 'w');
    try {
      await file.write('Tidemark checks that it can write here.\n');
      await file.sync();
    } finally {
      await file.close();
    }
  } finally {
    await rm(path, { force: true });
  }
}

async function checkFreeSpace(dir: string, minFreeBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(dir);
  const free = bavail * bsize;
  if (free >= minFreeBytes) return;
  const figures = `${inMegabytes(free)} MB free, ${inMegabytes(minFreeBytes)} MB needed`;
  throw new DataDirError(`The disk of the data folder ${dir} is almost full: ${figures}.`);
}

function inMegabytes(bytes: number): string {
  return Math.floor(bytes / MEGABYTE).toLocaleString('en-US');
}
