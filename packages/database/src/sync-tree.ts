import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Waits until everything below `dir` is on the disk. */
export async function syncTree(dir: string): Promise<void> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  const next = [...paths, dir].values();
  await Promise.all(Array.from({ length: 16 }, () => syncEach(next)));
}

async function syncEach(paths: Iterable<string>): Promise<void> {
  for (const path of paths) await syncPath(path);
}

/** Waits until a file, or the names in a folder, are on the disk. */
export async function syncPath(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
