import { createHash } from 'node:crypto';

const HINT_CHARACTERS = 8;

/** What is stored of a key: its SHA-256, hex. 256 random bits need no slow hash. */
export function digestOfApiKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** The first characters of a key, to know it by. */
export function hintOf(key: string): string {
  return key.slice(0, HINT_CHARACTERS);
}
