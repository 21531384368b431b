import { TidemarkError } from '@tidemark/contracts/errors';
import type { Clock } from '@tidemark/clock/clock';
import { errors, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { ANONYMOUS, GATEWAY, ROLES, type Identity, type Role } from './identity.ts';

/** The header that carries the token from the gateway to a service. Clients' own are dropped by the gateway. */
export const IDENTITY_HEADER = 'x-tidemark-identity';
export const ISSUER = 'tidemark-gateway';
const ALGORITHM = 'HS256';
const LIFE_S = 30;
const SKEW_S = 10;
/** How long a token is used again. Signing takes about 0.1 ms, as much as the rest of a proxied request. */
const REUSE_MS = 5_000;
/** Tokens kept on each side; past it all are forgotten. */
const MAX_KEPT = 10_000;

interface Kept<T> {
  value: T;
  /** Wall clock, epoch ms. */
  until: number;
}

/** Writes the gateway's word on who asks, for one service, good for 30 s. */
export class IdentitySigner {
  readonly #key: Uint8Array;
  readonly #clock: Clock;
  readonly #kept = new Map<string, Kept<Promise<string>>>();

  constructor(secret: string, clock: Clock) {
    this.#key = keyOf(secret);
    this.#clock = clock;
  }

  /** A token for `audience`, the name of a service; the same one for up to 5 s. */
  sign(identity: Identity, audience: string): Promise<string> {
    const now = this.#clock.now();
    const { userId, role, sessionId, scope } = identity;
    const name = JSON.stringify([audience, userId, role, sessionId, scope]);
    const kept = this.#kept.get(name);
    if (kept && kept.until > now && kept.until <= now + REUSE_MS) return kept.value;
    const value = this.#write(identity, audience, Math.floor(now / 1000));
    keep(this.#kept, name, { value, until: now + REUSE_MS });
    return value;
  }

  #write(identity: Identity, audience: string, nowS: number): Promise<string> {
    const { userId, role, sessionId, scope } = identity;
    const token = new SignJWT({ role, scope, sid: sessionId })
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(ISSUER)
      .setAudience(audience)
      .setIssuedAt(nowS)
      .setExpirationTime(nowS + LIFE_S);
    return (userId === null ? token : token.setSubject(userId)).sign(this.#key);
  }
}

/** Checks the gateway's tokens. */
export class IdentityVerifier {
  readonly #key: Uint8Array;
  readonly #clock: Clock;
  readonly #kept = new Map<string, Kept<Identity>>();

  constructor(secret: string, clock: Clock) {
    this.#key = keyOf(secret);
    this.#clock = clock;
  }

  /**
   * The identity in a token for one of `audiences`; clocks may be 10 s apart.
   * @throws TidemarkError UNAUTHORIZED when the token is missing, forged, expired or for another service
   */
  async verify(token: unknown, audiences: readonly string[]): Promise<Identity> {
    if (typeof token !== 'string') throw refusal('there is no identity token');
    const name = `${audiences.join()} ${token}`;
    const kept = this.#kept.get(name);
    if (kept && kept.until > this.#clock.now()) return kept.value;
    const claims = await this.#read(token, audiences);
    const value = identityOf(claims);
    keep(this.#kept, name, { value, until: ((claims.exp ?? 0) + SKEW_S) * 1000 });
    return value;
  }

  async #read(token: string, audiences: readonly string[]): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: [...audiences],
        maxTokenAge: LIFE_S,
        requiredClaims: ['exp'],
        clockTolerance: SKEW_S,
        currentDate: new Date(this.#clock.now()),
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError) throw refusal(`its identity token: ${error.message}`);
      throw error;
    }
  }
}

function identityOf({ sub, role, sid, scope }: JWTPayload): Identity {
  const person = role === 'user' || role === 'admin';
  if (!isRole(role) || (sub !== undefined) !== person) {
    throw refusal('its identity token names no known role');
  }
  if (sub === undefined) return role === 'gateway' ? GATEWAY : ANONYMOUS;
  return Object.freeze({
    userId: sub,
    role,
    sessionId: typeof sid === 'string' ? sid : null,
    scope: scope === 'read_write' ? scope : 'read',
  });
}

function isRole(role: unknown): role is Role {
  return ROLES.some((known) => known === role);
}

function refusal(why: string): TidemarkError {
  return new TidemarkError('UNAUTHORIZED', `Reach this service through the gateway (${why}).`);
}

function keyOf(secret: string): Uint8Array {
  return new TextEncoder().encode(secret);
}

function keep<T>(kept: Map<string, Kept<T>>, name: string, entry: Kept<T>): void {
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(name, entry);
}
