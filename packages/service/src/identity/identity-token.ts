import { createHash, sign, verify, type KeyObject } from 'node:crypto';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Clock } from '@tidemark/clock/clock';
import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { kidOf, type TrustedKey } from './identity-keys.ts';
import { ANONYMOUS, GATEWAY, ROLES, SERVICE, type Identity, type Role } from './identity.ts';

/** The header that carries the token from the gateway to a service. Clients' own are dropped by the gateway. */
export const IDENTITY_HEADER = 'x-tidemark-identity';
/** Signed with the rest, so that a signature of this key for anything else is none here. */
export const PURPOSE = 'tidemark-identity.1.';
const LIFE_S = 30;
const SKEW_S = 10;
/** How long the token of a request is used again for an equal one, ms. */
const REUSE_MS = 5_000;
/** Tokens kept on each side; past it all are forgotten. */
const MAX_KEPT = 10_000;

/** What a token is good for: one method at one path. */
export interface Asked {
  method: string;
  /** Path and query, as they are sent. */
  target: string;
}

const ClaimsSchema = Type.Object(
  {
    kid: Type.String(),
    /** The service that it is for. */
    aud: Type.String(),
    /** SHA-256 of method and target: of one size, however long a query is. */
    req: Type.String(),
    /** When it was signed, epoch seconds. */
    iat: Type.Integer(),
    role: Type.Enum([...ROLES]),
    sub: Type.Union([Type.String(), Type.Null()]),
    sid: Type.Union([Type.String(), Type.Null()]),
    scope: Type.Enum(['read', 'read_write']),
  },
  { additionalProperties: false },
);
type Claims = Static<typeof ClaimsSchema>;
const claimsOf = Compile(ClaimsSchema);

/** Whom a service is believed that it asks for: nobody in particular, and itself. */
const OF_SERVICES: readonly Role[] = ['anonymous', 'service'];
/** Roles that are no person's. */
const NOBODYS: Readonly<Partial<Record<Role, Identity>>> = {
  anonymous: ANONYMOUS,
  service: SERVICE,
  gateway: GATEWAY,
};

interface Kept<T> {
  value: T;
  /** Wall clock, epoch ms. */
  until: number;
}

/** Writes its process's word on who asks what, for one service, good for 30 s. ADR 0023. */
export class IdentitySigner {
  readonly #key: KeyObject;
  readonly #kid: string;
  readonly #clock: Clock;
  readonly #kept = new Map<string, Kept<string>>();

  constructor(key: KeyObject, clock: Clock) {
    this.#key = key;
    this.#kid = kidOf(key);
    this.#clock = clock;
  }

  /** A token for `audience`, the name of a service; the same one for up to 5 s, for what is asked again. */
  sign(identity: Identity, audience: string, asked: Asked): string {
    const now = this.#clock.now();
    const { userId, role, sessionId, scope } = identity;
    const req = digestOf(asked);
    const name = JSON.stringify([audience, req, userId, role, sessionId, scope]);
    const kept = this.#kept.get(name);
    if (kept && kept.until > now && kept.until <= now + REUSE_MS) return kept.value;
    const iat = Math.floor(now / 1000);
    const who = { role, sub: userId, sid: sessionId, scope };
    const value = written({ kid: this.#kid, aud: audience, req, iat, ...who }, this.#key);
    keep(this.#kept, name, { value, until: now + REUSE_MS });
    return value;
  }
}

/** Checks the tokens of those whose public keys it has. */
export class IdentityVerifier {
  readonly #keys: ReadonlyMap<string, TrustedKey>;
  readonly #clock: Clock;
  readonly #kept = new Map<string, Kept<Identity>>();

  constructor(keys: readonly TrustedKey[], clock: Clock) {
    this.#keys = new Map(keys.map((key) => [key.kid, key]));
    this.#clock = clock;
  }

  /**
   * The identity in a token for this request to one of `audiences`; clocks may be 10 s apart. Only the gateway is believed that
   * anybody asks; a service may ask for nobody in particular, or for itself.
   * @throws TidemarkError UNAUTHORIZED when the token is missing, forged, expired, or for another service or request
   */
  verify(token: unknown, audiences: readonly string[], asked: Asked): Identity {
    if (typeof token !== 'string') throw refusal('there is no identity token');
    const req = digestOf(asked);
    const name = `${audiences.join()} ${req} ${token}`;
    const kept = this.#kept.get(name);
    const now = this.#clock.now();
    if (kept && kept.until > now) return kept.value;
    const claims = this.#read(token);
    const until = (claims.iat + LIFE_S + SKEW_S) * 1000;
    if (now >= until || now < (claims.iat - SKEW_S) * 1000) throw refusal('its token is too old');
    if (!audiences.includes(claims.aud)) throw refusal('its token is for another service');
    if (claims.req !== req) throw refusal('its token is for another request');
    const value = identityOf(claims);
    keep(this.#kept, name, { value, until });
    return value;
  }

  /** What was signed, by a key that may sign it. */
  #read(token: string): Claims {
    const [content = '', signature = '', ...more] = token.split('.');
    const claims = parsed(content);
    const trusted = claims && this.#keys.get(claims.kid);
    if (!claims || !trusted || more.length > 0) throw refusal('its token is of nobody known here');
    const signed = Buffer.from(PURPOSE + content);
    if (!verify(null, signed, trusted.key, Buffer.from(signature, 'base64url'))) {
      throw refusal('its token is forged');
    }
    if (trusted.name !== 'gateway' && !OF_SERVICES.includes(claims.role)) {
      throw refusal('its token names somebody, and is not the gateway’s');
    }
    return claims;
  }
}

function written(claims: Claims, key: KeyObject): string {
  const content = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${content}.${sign(null, Buffer.from(PURPOSE + content), key).toString('base64url')}`;
}

function parsed(content: string): Claims | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(content, 'base64url').toString());
    return claimsOf.Check(value) ? value : null;
  } catch {
    return null;
  }
}

/** Of a fixed size, however long the query is. */
function digestOf({ method, target }: Asked): string {
  return createHash('sha256').update(`${method} ${target}`).digest('base64url');
}

function identityOf({ sub, role, sid, scope }: Claims): Identity {
  const nobody = NOBODYS[role];
  if ((sub !== null) !== (nobody === undefined)) throw refusal('its token names no known role');
  if (nobody || sub === null) return nobody ?? ANONYMOUS;
  return Object.freeze({ userId: sub, role, sessionId: sid, scope });
}

function refusal(why: string): TidemarkError {
  return new TidemarkError('UNAUTHORIZED', `Reach this service through the gateway (${why}).`);
}

function keep<T>(kept: Map<string, Kept<T>>, name: string, entry: Kept<T>): void {
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(name, entry);
}
