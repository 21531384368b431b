import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './child.mjs';
import { ROOT } from './root.mjs';

const LOCK = join(ROOT, 'package-lock.json');
const STAMP = join(ROOT, 'node_modules', '.tidemark-lock');
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');

/** Installs the dependencies unless those of package-lock.json are there. */
export async function ensureInstalled() {
  const lock = readFileSync(LOCK, 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
  if (!installedMatches(JSON.parse(lock))) {
    console.log('Installing dependencies (once, and when they change)…');
    const { code } = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) throw new Error(`Installing the dependencies failed (npm ci, exit ${code}).`);
  }
  writeFileSync(STAMP, hash);
}

/** True when npm says it has installed every package of the lock, in its version, and ours are linked. */
function installedMatches(lock) {
  if (!existsSync(INSTALLED)) return false;
  const installed = JSON.parse(readFileSync(INSTALLED, 'utf8')).packages;
  return Object.entries(lock.packages).every(([path, { version, optional, link }]) => {
    if (!path.startsWith('node_modules/') || optional) return true;
    // A workspace of ours that came since.
    if (link) return existsSync(join(ROOT, path));
    return installed[path]?.version === version;
  });
}
