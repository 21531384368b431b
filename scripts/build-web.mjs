import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './child.mjs';
import { ROOT } from './root.mjs';

const STAMP = join(ROOT, '.tidemark', 'web-build');
const OUT = join(ROOT, 'apps', 'web', 'out');
const SOURCES = ['apps/web', 'packages/contracts/src', 'package-lock.json'];
const NOT_SOURCES = /^(node_modules|\.next|out|next-env\.d\.ts|.*\.tsbuildinfo|.*\.test\.tsx?)$/;

/** Builds the web app unless the build there is was made from these sources. */
export async function ensureWebBuilt() {
  const hash = sourcesHash();
  if (existsSync(OUT) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
  console.log('Building the web app (once, and when it changes)…');
  rmSync(STAMP, { force: true });
  const { code, text } = await runNpm(['run', 'build', '-w', '@tidemark/web'], {
    output: 'keep',
    env: { NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (code !== 0) throw new Error(`${text}\nBuilding the web app failed (exit ${code}).`);
  mkdirSync(join(ROOT, '.tidemark'), { recursive: true });
  writeFileSync(STAMP, hash);
}

function sourcesHash() {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap(filesBelow)) {
    hash.update(`${path}\0`).update(readFileSync(join(ROOT, path)));
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  const entries = statSync(join(ROOT, path)).isDirectory()
    ? readdirSync(join(ROOT, path), { withFileTypes: true })
    : null;
  if (!entries) return [path];
  return entries
    .filter((entry) => !NOT_SOURCES.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const below = `${path}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(below) : [below];
    });
}
