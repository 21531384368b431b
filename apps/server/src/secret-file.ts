import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const NAME = 'instance.secret';
const BYTES = 32;

/**
 * The secret of the Tidemark whose data is in `dir`: made at the first call, and on disk before it is used. Only this
 * user may read it. Without it, what is encrypted in the database beside it cannot be read: back both up.
 */
export function instanceSecretIn(dir: string): string {
  const path = join(dir, NAME);
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const secret = randomBytes(BYTES).toString('hex');
  const file = openSync(path, 'wx', 0o600);
  writeSync(file, `${secret}\n`);
  fsyncSync(file);
  closeSync(file);
  return secret;
}
