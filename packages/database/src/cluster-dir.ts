import { cp, mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { syncTree } from './sync-tree.ts';

/** Where PostgreSQL keeps its files in the database's folder, and the mark that they are complete. */
function pathsIn(dir: string) {
  return { cluster: join(dir, 'cluster'), mark: join(dir, 'initialised') };
}

/**
 * Makes the folder ready for PostgreSQL and answers the cluster's path. A cluster without its mark was left by a
 * first start that was cut off: nothing was ever stored in it, and it is removed. A new cluster begins as a copy of
 * the cluster in the folder `template`, where one is given.
 */
export async function prepareClusterDir(dir: string, template?: string): Promise<string> {
  const { cluster, mark } = pathsIn(dir);
  if (await exists(mark)) return cluster;
  await rm(cluster, { recursive: true, force: true });
  if (template === undefined) await mkdir(cluster, { recursive: true });
  else await cp(pathsIn(template).cluster, cluster, { recursive: true });
  return cluster;
}

/** Marks the cluster as complete, once it is on the disk: from here on it is never removed. */
export async function markClusterComplete(dir: string): Promise<void> {
  const { cluster, mark } = pathsIn(dir);
  if (await exists(mark)) return;
  await syncTree(cluster);
  await writeDurably(mark);
}

async function writeDurably(path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.write(`${new Date().toISOString()}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    },
  );
}
