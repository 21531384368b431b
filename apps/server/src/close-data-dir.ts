import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { added, closePath, closeTree, OTHERS, type Closing } from '@tidemark/database/close-tree';
import type { MarketKind } from '@tidemark/service/service-module';
import { marketDir } from './market-source.ts';
import { SECRET_FILE } from './secret-file.ts';

/** What it needs of a logger; pino's fits. */
export interface CloseLogger {
  warn(fields: object, message: string): void;
}

const MARKETS: readonly MarketKind[] = ['live', 'simulated'];
/** Folders in a data folder that are no reason to take it for somebody else's as well. */
const NO_STRANGERS: ReadonlySet<string> = new Set([...MARKETS, 'lost+found']);
const FILES = ['lock.db', 'lock.db-journal', 'lock.pid', 'copies.sock'];
const STICKY = 0o1000;

/**
 * Closes the data folder and everything of Tidemark's in it to other accounts of the machine, whatever made it wider: a umask, an
 * earlier start, a copy that was put back. What was open is warned of once, as it is closed from then on; what stays open is
 * warned of at each start, and is no reason not to start.
 */
export async function closeDataDir(dataDir: string, logger: CloseLogger): Promise<void> {
  const known = await widerSecrets(dataDir);
  const shared = await isShared(dataDir);
  let closing: Closing = shared ? { mended: 0, open: null } : await closePath(dataDir);
  const own = [...MARKETS.map((kind) => marketDir(dataDir, kind)), ...FILES.map(inside(dataDir))];
  for (const path of own) closing = added(closing, await closeTree(path));
  for (const path of known) logger.warn({ path }, SECRET_WAS_OPEN);
  if (closing.mended > 0) logger.warn({ dataDir, paths: closing.mended }, WAS_OPEN);
  if (shared) logger.warn({ dataDir }, IS_SHARED);
  if (closing.open !== null) logger.warn({ ...closing.open }, stillOpen(closing.open));
}

const WAS_OPEN =
  'the data folder was open to other accounts of this machine, and is closed now; who could write to it could change everything';
const SECRET_WAS_OPEN =
  'the instance’s secret was open to other accounts of this machine; if one of them may have a copy of the database too, ask everybody for a new password';
const IS_SHARED =
  'the data folder is not Tidemark’s alone, so that it is left as open as it is, and only what is Tidemark’s in it is closed; give a DATA_DIR of its own';

function stillOpen({ path, reason }: { path: string; reason: string }): string {
  return `${path} is open to other accounts of this machine and cannot be closed: ${reason}. Give a DATA_DIR that this account owns.`;
}

function inside(dir: string): (name: string) => string {
  return (name) => join(dir, name);
}

async function widerSecrets(dataDir: string): Promise<string[]> {
  const wider: string[] = [];
  for (const kind of MARKETS) {
    const path = join(marketDir(dataDir, kind), SECRET_FILE);
    const file = await stat(path).catch(() => null);
    if (file !== null && (file.mode & OTHERS) !== 0) wider.push(path);
  }
  return wider;
}

/** A folder such as /tmp or /var/lib, which others would miss. */
async function isShared(dir: string): Promise<boolean> {
  if (((await stat(dir)).mode & STICKY) !== 0) return true;
  const entries = await readdir(dir, { withFileTypes: true });
  return entries.some((entry) => entry.isDirectory() && !NO_STRANGERS.has(entry.name));
}
