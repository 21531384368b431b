import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;
/** How long a token is good, minutes. */
export const RESET_TOKEN_MINUTES = 30;

/** 256 random bits in base64url. */
export function newResetToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What is stored of a token: SHA-256, hex. */
export function hashOfResetToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Where the token is used. Behind the `#` it is in no request, and so in no log of a server on the way. */
export function resetPath(token: string): string {
  return `/login/reset/#token=${token}`;
}
