import type { Clock } from '@tidemark/clock/clock';
import { ACCESS_TOKEN } from '@tidemark/contracts/credential';
import { UserIdSchema, UserRoleSchema } from '@tidemark/contracts/user';
import { errors, jwtVerify, type CryptoKey } from 'jose';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import type { AskService } from '@tidemark/service-calls/ask-service';
import { invalidCredential } from './guesses.ts';
import { KeyRing } from './key-ring.ts';
import { RecentMap } from './recent-map.ts';

/** Tokens that were checked and are remembered; the least recently used is checked again. */
const MAX_KNOWN = 20_000;
/**
 * Header, claims and an Ed25519 signature. Its 64 bytes are 86 characters of which the last says two bits alone; with
 * the others not zero it would be the same signature in another spelling, and the token another text.
 */
const SHAPE = /^[\w-]+\.[\w-]+\.[\w-]{85}[AQgw]$/;

const claims = Compile(
  Type.Object({
    sub: UserIdSchema,
    sid: Type.String({ minLength: 1, maxLength: 64 }),
    role: UserRoleSchema,
    exp: Type.Number(),
  }),
);

/** What an access token says. Its role is not told: what somebody may do is asked each time. */
export interface AccessClaims {
  readonly userId: string;
  readonly sessionId: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/**
 * Checks access tokens (RFC 9068). A signature costs more than the rest of a request, so what was checked is remembered
 * until it expires, or until the key that signed it is taken back. That a token is genuine does not say that its session
 * still stands.
 */
export class AccessTokens {
  readonly #clock: Clock;
  readonly #keys: KeyRing;
  readonly #known = new RecentMap<string, AccessClaims>(MAX_KNOWN);

  constructor({ ask, clock }: { ask: AskService; clock: Clock }) {
    this.#clock = clock;
    this.#keys = new KeyRing({ ask, clock, onRemoved: () => this.#known.clear() });
  }

  /** What a token says that was checked before and has not expired. */
  known(token: string): AccessClaims | undefined {
    const known = this.#known.get(token);
    if (!known) return undefined;
    if (known.expiresAt > this.#clock.now()) {
      this.#keys.refreshIfOld();
      return known;
    }
    this.#known.delete(token);
    return undefined;
  }

  /**
   * Checks a token: its signature by the key it names, issuer, audience, type, times and claims.
   * @throws TidemarkError UNAUTHORIZED when it does not hold, UPSTREAM_UNAVAILABLE when its key cannot be had
   */
  async check(token: string): Promise<AccessClaims> {
    if (!SHAPE.test(token)) throw invalidCredential();
    const payload = await this.#verify(token);
    if (!claims.Check(payload)) throw invalidCredential();
    const { sub, sid, exp } = payload;
    const checked = { userId: sub, sessionId: sid, expiresAt: exp * 1000 };
    this.#known.set(token, checked);
    return checked;
  }

  async #verify(token: string): Promise<unknown> {
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => this.#key(kid), {
        algorithms: [ACCESS_TOKEN.algorithm],
        issuer: ACCESS_TOKEN.issuer,
        audience: ACCESS_TOKEN.audience,
        typ: ACCESS_TOKEN.type,
        requiredClaims: ['sub', 'sid', 'role', 'iat', 'exp', 'jti'],
        currentDate: new Date(this.#clock.now()),
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError) throw invalidCredential();
      throw error;
    }
  }

  async #key(kid: unknown): Promise<CryptoKey> {
    const key = typeof kid === 'string' ? await this.#keys.keyOf(kid) : null;
    if (!key) throw invalidCredential();
    return key;
  }
}
