import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { databaseTemplate } from '../src/database-template.ts';
import { openPgliteDatabase } from '../src/pglite-database.ts';
import { describeBackup } from './backup-round-trip.ts';

const dirs: string[] = [];
afterAll(() => Promise.all(dirs.map((dir) => rm(dir, { recursive: true, force: true }))));

describeBackup('PGlite', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'tidemark-backup-pglite-'));
  dirs.push(dir);
  return openPgliteDatabase(dir, { template: await databaseTemplate() });
});
