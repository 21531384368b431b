import { constants } from 'node:fs';
import { cp, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { closeTree } from './close-tree.ts';
import { DataDirError } from './data-dir-error.ts';
import { silentLogger, type DatabaseLogger } from './database.ts';
import { syncPath, syncTree } from './sync-tree.ts';

/** Of the PostgreSQL that is in this process. A cluster of another cannot be read. */
export const POSTGRES_MAJOR = '18';
/** Made beside the cluster once it is there. */
const SECRET = 'instance.secret';
/** Without these nothing can be read; PostgreSQL says itself what else is missing. */
const NEEDED = ['PG_VERSION', 'global/pg_control', 'base', 'pg_wal'];

/**
 * Where PostgreSQL keeps its files in the database's folder, and the marks beside them: that they are being made, and
 * hold nothing yet; that they are complete.
 */
function pathsIn(dir: string) {
  return {
    cluster: join(dir, 'cluster'),
    begun: join(dir, 'initialising'),
    complete: join(dir, 'initialised'),
  };
}

interface ClusterOptions {
  /** Folder of a closed database whose cluster a new one begins as a copy of. */
  template?: string | undefined;
  logger?: DatabaseLogger | undefined;
}

/**
 * Makes the folder ready for PostgreSQL and answers the cluster's path. A folder that may hold data is never emptied: only
 * what a first start has marked as begun, and never as complete, is removed.
 * @throws DataDirError where the folder holds a part of a database, or one of another PostgreSQL
 */
export async function prepareClusterDir(
  dir: string,
  { template, logger = silentLogger }: ClusterOptions = {},
): Promise<string> {
  const { cluster, begun, complete } = pathsIn(dir);
  if (await exists(complete)) {
    await requireWhole(dir);
    return cluster;
  }
  if (await exists(join(dir, SECRET))) throw unmarked(dir);
  if (await exists(begun)) await rm(cluster, { recursive: true, force: true });
  else await putAside(dir, logger);
  await writeDurably(dir, begun);
  if (template === undefined) await mkdir(cluster, { recursive: true, mode: 0o700 });
  else await cp(pathsIn(template).cluster, cluster, { recursive: true });
  return cluster;
}

/**
 * Marks the cluster as complete, once it is on the disk: from here on it is never removed. PostgreSQL's files are unpacked with
 * rights for everybody, whatever the umask: they are taken first.
 */
export async function markClusterComplete(dir: string): Promise<void> {
  const { cluster, begun, complete } = pathsIn(dir);
  if (await exists(complete)) return;
  await closeTree(cluster);
  await syncTree(cluster);
  await rename(begun, complete);
  await syncPath(dir);
}

/**
 * Copies the files of a cluster at rest, with their mark, into a folder that is then a database's own. Where the file
 * system can, no byte is copied.
 */
export async function copyCluster(dir: string, to: string): Promise<void> {
  const [from, copy] = [pathsIn(dir), pathsIn(to)];
  await mkdir(to, { recursive: true, mode: 0o700 });
  await cp(from.cluster, copy.cluster, { recursive: true, mode: constants.COPYFILE_FICLONE });
  await writeDurably(to, copy.complete);
}

/** Moves a database that was made in `from` to `dir`, which has none; the mark comes last. */
export async function moveCluster(from: string, dir: string): Promise<void> {
  await rename(pathsIn(from).cluster, pathsIn(dir).cluster);
  await syncPath(dir);
  await rename(pathsIn(from).complete, pathsIn(dir).complete);
  await syncPath(dir);
}

async function requireWhole(dir: string): Promise<void> {
  const { cluster } = pathsIn(dir);
  const missing: string[] = [];
  for (const name of NEEDED) if (!(await exists(join(cluster, name)))) missing.push(name);
  if (missing.length > 0) {
    throw new DataDirError(
      `The data folder ${dir} lacks a part of its database (cluster/${missing.join(', cluster/')}). It is left as it is: ` +
        'put it back whole from a copy, or give another DATA_DIR, into which `npm run restore` can bring a backup.',
    );
  }
  const major = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (major === POSTGRES_MAJOR) return;
  throw new DataDirError(
    `The data folder ${dir} was made by PostgreSQL ${major}, and this Tidemark has PostgreSQL ${POSTGRES_MAJOR}. Run ` +
      '`npm run backup -- FILE` with the version that made it, then `npm run restore -- FILE` with this one and another DATA_DIR.',
  );
}

/** A cluster without any mark: one that can be read may hold everything; the rest of one is kept, out of the way. */
async function putAside(dir: string, logger: DatabaseLogger): Promise<void> {
  const { cluster } = pathsIn(dir);
  const names = await readdir(cluster).catch(() => []);
  if (names.length === 0) return;
  const isReadable =
    (await exists(join(cluster, 'PG_VERSION'))) &&
    (await exists(join(cluster, 'global/pg_control')));
  if (isReadable) throw unmarked(dir);
  const aside = `${cluster}.aside-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  await rename(cluster, aside);
  logger.warn({ dir, aside }, 'a part of a database was found without its mark, and put aside');
}

function unmarked(dir: string): DataDirError {
  return new DataDirError(
    `The data folder ${dir} holds a database or its secret, and not the file "initialised", which says that they are whole: ` +
      'it was copied in part, or something was removed. It is left as it is. Put back what is missing (if it is that file alone, ' +
      'an empty one will do), or give another DATA_DIR.',
  );
}

async function writeDurably(dir: string, path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.write(`${new Date().toISOString()}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await syncPath(dir);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return false;
      throw error;
    },
  );
}
