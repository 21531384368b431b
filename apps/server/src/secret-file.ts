import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.ts';

/** Its name in the market's folder. */
export const SECRET_FILE = 'instance.secret';
const BYTES = 32;
const SHORTEST = 32;

/**
 * The secret of the Tidemark whose data is in `dir`: made at the first call, and on disk, whole, before it is used. Only
 * this user may read it. Without it, what is encrypted in the database beside it cannot be read: back both up.
 * @throws StartError when the file is there and too short to be one
 */
export function instanceSecretIn(dir: string): string {
  const path = join(dir, SECRET_FILE);
  const secret = readSecret(path) ?? makeSecret(dir, path);
  if (secret.length >= SHORTEST) return secret;
  throw new StartError(
    `The secret in ${path} is shorter than ${SHORTEST} characters. Put the file of a backup in its place, or remove it: ` +
      'then a new one is made, everybody signs in anew, and second factors must be set up again.',
  );
}

/** The secret that is kept in the folder; null where there is none. */
export function secretKeptIn(dir: string): string | null {
  return readSecret(join(dir, SECRET_FILE));
}

function readSecret(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** A crash leaves the whole file or none: it has another name until it is on disk. */
function makeSecret(dir: string, path: string): string {
  const secret = randomBytes(BYTES).toString('hex');
  const unfinished = `${path}.new`;
  const file = openSync(unfinished, 'w', 0o600);
  writeSync(file, `${secret}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(unfinished, path);
  const folder = openSync(dir, 'r');
  fsyncSync(folder);
  closeSync(folder);
  return secret;
}
