import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/** Without a window's parts, the first takes a third less of a processor. */
const CHROMIUM = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The browser for end-to-end tests, or undefined. */
export function findChromium() {
  const { CHROMIUM_PATH } = process.env;
  return [CHROMIUM_PATH, ...CHROMIUM].find((path) => path && existsSync(path));
}

/** True when the recordings of real exchanges lie beside the repository. */
export function findRecordings() {
  return existsSync(join(ROOT, '..', 'shared', 'data'));
}
