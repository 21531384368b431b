import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** A new refresh token: 256 random bits, base64url. */
export function makeRefreshToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** What is stored of a refresh token: its SHA-256, hex. 256 random bits need no slow hash. */
export function digestOfRefreshToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
