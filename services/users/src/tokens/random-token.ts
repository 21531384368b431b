import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { InstanceSecret } from '@tidemark/service/instance-secret';

const BYTES = 32;

/** 256 random bits, base64url: a session's first refresh token, what the next one is derived with, a link's token. */
export function randomToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** What is stored of a token or an API key: its SHA-256, hex. 256 random bits need no slow hash. */
export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Derives each refresh token from the one before it, so that an answer that was lost can be given again although no token
 * is stored. It takes the token, the database and the instance's secret; any two of them tell nothing.
 */
export class RefreshTokens {
  readonly #key: Buffer;

  constructor(secret: InstanceSecret) {
    this.#key = secret.derive('users/refresh-tokens');
  }

  /** base64url(HMAC-SHA-256(salt.token)). */
  after(token: string, salt: string): string {
    return createHmac('sha256', this.#key).update(`${salt}.${token}`).digest('base64url');
  }
}
