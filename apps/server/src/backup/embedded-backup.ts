import { mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupError } from '@tidemark/database/backup/backup-lines';
import { moveCluster } from '@tidemark/database/cluster-dir';
import { checkDataDir } from '@tidemark/database/data-dir-check';
import { DataDirError } from '@tidemark/database/data-dir-error';
import { lockDataDir } from '@tidemark/database/data-dir-lock';
import type { Database } from '@tidemark/database/database';
import type { MarketKind } from '@tidemark/service/service-module';
import { marketDir } from '../market-source.ts';
import { SECRET_FILE, secretKeptIn } from '../secret-file.ts';
import type { BackupPlaces, BackupSource, BackupTarget } from './backup-place.ts';
import { copyOfRunning } from './running-copy.ts';

export interface EmbeddedPlace {
  dataDir: string;
  /** Where it is given, and no file is read. */
  secret: string | undefined;
  /** Opens the database in a folder. */
  open: (dir: string) => Promise<Database>;
}

/** What may be in the folder of a market that a backup is brought to: its secret, and what was left of an attempt. */
const RESTORING = 'restoring';
const NO_DATA: ReadonlySet<string> = new Set([SECRET_FILE, RESTORING]);

/** Backups of the database in the data folder, whether or not a process runs on it. ADR 0016. */
export function embeddedBackup(place: EmbeddedPlace): BackupPlaces {
  return {
    source: (market) => source(place, market),
    secret: (market) => ({
      given: secretOf(place, market),
      place: `in ${join(marketDir(place.dataDir, market), SECRET_FILE)}, readable for this user alone, or in INSTANCE_SECRET`,
    }),
    target: (market) => target(place, market),
  };
}

async function source(place: EmbeddedPlace, wanted: MarketKind | 'auto'): Promise<BackupSource> {
  const { dataDir, open } = place;
  const copy = await copyOfRunning(dataDir);
  if (copy === null) return atRest(place, wanted);
  const { market, dir, release } = copy;
  try {
    if (wanted !== 'auto' && wanted !== market) {
      throw new BackupError(
        `The process that runs on ${dataDir} has the ${market} market. Stop it to back the ${wanted} one up.`,
      );
    }
    const database = await open(dir);
    const close = async () => {
      await database.close();
      release();
    };
    return { market, database, secret: secretOf(place, market), close };
  } catch (error) {
    release();
    throw error;
  }
}

/** Nobody has the folder: this process takes it for as long as the backup takes. */
async function atRest(place: EmbeddedPlace, wanted: MarketKind | 'auto'): Promise<BackupSource> {
  const { dataDir, open } = place;
  const market = wanted === 'auto' ? await keptMarket(dataDir) : wanted;
  const folder = marketDir(dataDir, market);
  if ((await dataIn(folder)).length === 0) {
    throw new BackupError(
      `There is nothing to back up in ${folder}. DATA_DIR says which folder is meant.`,
    );
  }
  const lock = lockOf(dataDir);
  try {
    const database = await open(folder);
    const close = async () => {
      await database.close();
      lock.release();
    };
    return { market, database, secret: secretOf(place, market), close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function target(place: EmbeddedPlace, market: MarketKind): Promise<BackupTarget> {
  const { dataDir, open } = place;
  await checkDataDir(dataDir);
  const folder = marketDir(dataDir, market);
  const restoring = join(folder, RESTORING);
  const lock = lockDataDir(dataDir);
  const clear = async () => {
    await rm(restoring, { recursive: true, force: true });
    await rmdir(folder).catch(() => undefined);
    lock.release();
  };
  try {
    await requireEmpty(folder);
    await rm(restoring, { recursive: true, force: true });
    await mkdir(restoring, { recursive: true, mode: 0o700 });
    const database = await open(restoring);
    return {
      database,
      keep: async () => {
        await database.close();
        await moveCluster(restoring, folder);
        await clear();
      },
      abandon: async () => {
        await database.close();
        await clear();
      },
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

async function requireEmpty(folder: string): Promise<void> {
  const data = await dataIn(folder);
  if (data.length === 0) return;
  throw new BackupError(
    `${folder} is not empty (it has ${data.slice(0, 3).join(', ')}). A backup is brought into an empty folder alone: nothing is ` +
      'ever overwritten. Name another DATA_DIR, or move this one away.',
  );
}

/** @throws BackupError where a process has the folder that does not hand out copies */
function lockOf(dataDir: string) {
  try {
    return lockDataDir(dataDir);
  } catch (error) {
    if (!(error instanceof DataDirError)) throw error;
    const message = `${error.message} If it is just starting, try again once it is ready.`;
    throw new BackupError(message, { cause: error });
  }
}

function secretOf({ dataDir, secret }: EmbeddedPlace, market: MarketKind): string | null {
  return secret ?? secretKeptIn(marketDir(dataDir, market));
}

async function keptMarket(dataDir: string): Promise<MarketKind> {
  return (await dataIn(marketDir(dataDir, 'live'))).length > 0 ? 'live' : 'simulated';
}

async function dataIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => !NO_DATA.has(name));
}
