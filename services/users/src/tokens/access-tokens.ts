import { randomUUID } from 'node:crypto';
import type { Clock } from '@tidemark/clock/clock';
import { ACCESS_TOKEN } from '@tidemark/contracts/credential';
import { ACCESS_TOKEN_S } from '@tidemark/contracts/session';
import type { UserRole } from '@tidemark/contracts/user';
import { SignJWT } from 'jose';
import type { SigningKeys } from './signing-keys.ts';

/** Whom an access token is for. */
export interface Bearer {
  userId: string;
  role: UserRole;
  sessionId: string;
}

/** Writes access tokens: JWTs (RFC 9068) that are good for 15 minutes. */
export class AccessTokens {
  readonly #keys: SigningKeys;
  readonly #clock: Clock;

  constructor(keys: SigningKeys, clock: Clock) {
    this.#keys = keys;
    this.#clock = clock;
  }

  async issue({ userId, role, sessionId }: Bearer): Promise<string> {
    const { kid, key } = await this.#keys.current();
    const nowS = Math.floor(this.#clock.now() / 1000);
    return new SignJWT({ sid: sessionId, role })
      .setProtectedHeader({ alg: ACCESS_TOKEN.algorithm, typ: ACCESS_TOKEN.type, kid })
      .setIssuer(ACCESS_TOKEN.issuer)
      .setAudience(ACCESS_TOKEN.audience)
      .setSubject(userId)
      .setJti(randomUUID())
      .setIssuedAt(nowS)
      .setExpirationTime(nowS + ACCESS_TOKEN_S)
      .sign(key);
  }
}
