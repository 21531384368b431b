import { createRequire } from 'node:module';
import { readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { copyCluster } from './cluster-dir.ts';
import { openPgliteDatabase } from './pglite-database.ts';

/**
 * Folder of an empty, closed database for tests to copy: making one takes seconds, copying it a fraction of one.
 * It is made once per machine and version of PGlite, whatever number of processes ask for it.
 */
export async function databaseTemplate(): Promise<string> {
  const path = join(tmpdir(), `tidemark-template-${await pgliteVersion()}`);
  if (await exists(path)) return path;
  const own = `${path}-${process.pid}-${Math.random().toString(36).slice(2)}`;
  await (await openPgliteDatabase(own)).close();
  await rename(own, path).catch(async (error: unknown) => {
    await rm(own, { recursive: true, force: true });
    if (!(await exists(path))) throw error;
  });
  return path;
}

/** Puts an empty database into a folder, as a copy of the template: whoever opens it there need not make one. */
export async function placeTemplate(dir: string): Promise<void> {
  await copyCluster(await databaseTemplate(), dir);
}

async function pgliteVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const manifest = await readFile(join(dirname(entry), '../package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
