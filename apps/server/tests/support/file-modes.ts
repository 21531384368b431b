import { chmod, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const OTHERS = 0o077;
/** PostgreSQL makes it anew while it runs, as wide as it likes; its folder is closed. */
const MADE_LATER = 'pg_internal.init';

/** What another account has any right to: the folder itself, and every file and folder below it. */
export async function openPaths(dir: string): Promise<string[]> {
  const open: string[] = [];
  for (const path of await pathsOf(dir)) {
    const { mode } = await lstat(path);
    if ((mode & OTHERS) !== 0 && !path.endsWith(MADE_LATER))
      open.push(`${path} ${(mode & 0o777).toString(8)}`);
  }
  return open;
}

/** As a copy is that was put back without its modes. */
export async function openToAll(dir: string): Promise<void> {
  for (const path of await pathsOf(dir)) {
    await chmod(path, (await lstat(path)).isDirectory() ? 0o755 : 0o666);
  }
}

async function pathsOf(dir: string): Promise<string[]> {
  const below = await readdir(dir, { recursive: true });
  return [dir, ...below.map((name) => join(dir, name))];
}
