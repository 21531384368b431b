import { createHmac, timingSafeEqual } from 'node:crypto';
import type { InstanceSecret } from '@tidemark/service/instance-secret';

/**
 * Makes and checks the token that a request by cookie must carry in a header. It follows from the refresh token in the
 * cookie, so nothing of it is stored, and one that somebody planted beside another session's cookie does not fit.
 */
export class CsrfTokens {
  readonly #key: Buffer;

  constructor(secret: InstanceSecret) {
    this.#key = secret.derive('users/csrf');
  }

  /** base64url(HMAC-SHA-256(refresh token)). */
  of(refreshToken: string): string {
    return createHmac('sha256', this.#key).update(refreshToken).digest('base64url');
  }

  /** Compared in constant time. */
  matches(refreshToken: string, given: string | undefined): boolean {
    const expected = Buffer.from(this.of(refreshToken));
    const actual = Buffer.from(given ?? '');
    return actual.length === expected.length && timingSafeEqual(actual, expected);
  }
}
