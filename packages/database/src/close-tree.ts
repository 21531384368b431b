import type { Stats } from 'node:fs';
import { chmod, lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Bits of a mode that let in anybody but the owner. */
export const OTHERS = 0o077;

/** What closing came to. */
export interface Closing {
  /** Files and folders that were open to other accounts, and are not any more. */
  mended: number;
  /** The first one that could not be closed; null: all is closed. */
  open: { path: string; reason: string } | null;
}

const NOTHING: Closing = { mended: 0, open: null };
const AT_ONCE = 16;

/**
 * Takes other accounts' rights to a file, or to a folder and everything below it; a folder's own first, so that what is in it is
 * out of reach at once. Links are not followed, but where `path` itself is one. Never throws for what cannot be changed, as on
 * a mount without modes: that is in the answer.
 */
export async function closeTree(path: string): Promise<Closing> {
  const own = await stat(path).catch(() => null);
  if (own === null) return NOTHING;
  const closing = await closePath(path, own);
  return own.isDirectory() ? closeBelow(path, closing) : closing;
}

/** Takes other accounts' rights to this file or folder alone. */
export async function closePath(path: string, known?: Stats): Promise<Closing> {
  try {
    const { mode } = known ?? (await stat(path));
    if ((mode & OTHERS) === 0) return NOTHING;
    await chmod(path, mode & 0o7777 & ~OTHERS);
    // Some mounts take the call and change nothing.
    if (((await stat(path)).mode & OTHERS) === 0) return { mended: 1, open: null };
    return { mended: 0, open: { path, reason: 'its file system keeps no modes' } };
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return NOTHING;
    return { mended: 0, open: { path, reason: REASONS[code] ?? code } };
  }
}

/** Both together. */
export function added(a: Closing, b: Closing): Closing {
  return { mended: a.mended + b.mended, open: a.open ?? b.open };
}

const REASONS: Readonly<Record<string, string>> = {
  EPERM: 'it belongs to another account',
  EACCES: 'it belongs to another account',
  EROFS: 'its file system is read-only',
  ENOTSUP: 'its file system keeps no modes',
  ENOSYS: 'its file system keeps no modes',
};

async function closeBelow(dir: string, sofar: Closing): Promise<Closing> {
  let closing = sofar;
  const folders: string[] = [];
  const next = (await readdir(dir).catch(() => [])).values();
  const lane = async (): Promise<void> => {
    for (const name of next) {
      const path = join(dir, name);
      const own = await lstat(path).catch(() => null);
      if (own === null || own.isSymbolicLink()) continue;
      const done = await closePath(path, own);
      closing = added(closing, done);
      if (own.isDirectory()) folders.push(path);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  for (const folder of folders) closing = await closeBelow(folder, closing);
  return closing;
}
