import type { Clock } from '@tidemark/clock/clock';
import { ACCESS_TOKEN, KEYS_PATH } from '@tidemark/contracts/credential';
import { TidemarkError } from '@tidemark/contracts/errors';
import { importJWK, type CryptoKey } from 'jose';
import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import type { AskService } from '@tidemark/service-calls/ask-service';
import { SingleFlight } from '@tidemark/waiting/single-flight';

/** An unknown key is asked for so often at most: tokens that name keys of fancy are no lever. */
const ASK_AGAIN_MS = 2_000;
/** A key that was taken back is gone so soon. */
const LOOK_EVERY_MS = 60_000;
const MAX_KEYS = 100;

const KeySchema = Type.Object({
  kty: Type.Literal('OKP'),
  crv: Type.Literal('Ed25519'),
  kid: Type.String({ minLength: 1, maxLength: 200 }),
  x: Type.String({ minLength: 1, maxLength: 100 }),
});
type Key = Static<typeof KeySchema>;
const publicKey = Compile(KeySchema);
const keySet = Compile(Type.Object({ keys: Type.Array(Type.Unknown(), { maxItems: MAX_KEYS }) }));

export interface KeyRingOptions {
  ask: AskService;
  clock: Clock;
  /** Called when a key that was there is gone: nothing that it signed holds any more. */
  onRemoved(): void;
}

/** The public keys that access tokens are signed with, as the users service tells them. */
export class KeyRing {
  readonly #options: KeyRingOptions;
  #keys: ReadonlyMap<string, { x: string; key: CryptoKey }> = new Map();
  readonly #asking = new SingleFlight<void>();
  #askedAt = -Infinity;
  /** The question that an unknown key led to, and when. */
  readonly #askingForUnknown = new SingleFlight<void>();
  #askedForUnknownAt = -Infinity;
  /** Whether the last question was answered. */
  #answered = false;

  constructor(options: KeyRingOptions) {
    this.#options = options;
  }

  /**
   * The key of this name; null when there is none.
   * @throws TidemarkError UPSTREAM_UNAVAILABLE when that cannot be found out
   */
  async keyOf(kid: string): Promise<CryptoKey | null> {
    const known = this.#keys.get(kid);
    if (known) {
      this.refreshIfOld();
      return known.key;
    }
    await this.#askForUnknown();
    const found = this.#keys.get(kid);
    if (!found && !this.#answered) throw unknowable();
    return found?.key ?? null;
  }

  /** Asks again, without waiting for the answer, when the keys are older than a minute. */
  refreshIfOld(): void {
    if (this.#age() >= LOOK_EVERY_MS) void this.#askOnce();
  }

  /**
   * Asks for keys that came since, once in two seconds at most. Only such questions count: a token under a key that was
   * made just after the keys were read in their turn is good, and so is one made while they are read.
   */
  #askForUnknown(): Promise<void> {
    const now = this.#options.clock.monotonic();
    if (!this.#askingForUnknown.running && now - this.#askedForUnknownAt < ASK_AGAIN_MS) {
      return Promise.resolve();
    }
    if (!this.#askingForUnknown.running) this.#askedForUnknownAt = now;
    return this.#askingForUnknown.run(() => this.#askAfterOthers());
  }

  async #askAfterOthers(): Promise<void> {
    await this.#asking.running;
    await this.#askOnce();
  }

  #age(): number {
    return this.#options.clock.monotonic() - this.#askedAt;
  }

  /** Never rejects: what was known stays while nobody answers. */
  #askOnce(): Promise<void> {
    if (!this.#asking.running) this.#askedAt = this.#options.clock.monotonic();
    return this.#asking.run(() => this.#askAgain());
  }

  async #askAgain(): Promise<void> {
    const answer = await this.#options
      .ask({ service: 'users', method: 'GET', path: KEYS_PATH })
      .catch(() => null);
    const keys = answer?.status === 200 ? await imported(answer.body) : null;
    this.#answered = keys !== null;
    if (!keys) return;
    const gone = [...this.#keys].some(([kid, { x }]) => keys.get(kid)?.x !== x);
    this.#keys = keys;
    if (gone) this.#options.onRemoved();
  }
}

/** The Ed25519 keys of a JWK set (RFC 8037), with or without our envelope; null when it is none. */
async function imported(body: unknown): Promise<Map<string, { x: string; key: CryptoKey }> | null> {
  const set = keySet.Check(body) ? body : (body as { data?: unknown } | null)?.data;
  if (!keySet.Check(set)) return null;
  const keys = new Map<string, { x: string; key: CryptoKey }>();
  for (const jwk of set.keys) {
    if (!publicKey.Check(jwk)) continue;
    const key = await importedKey(jwk).catch(() => null);
    if (key) keys.set(jwk.kid, { x: jwk.x, key });
  }
  return keys;
}

/** The private half is left out, should it ever be told. */
async function importedKey({ kty, crv, x }: Key): Promise<CryptoKey> {
  return importJWK({ kty, crv, x }, ACCESS_TOKEN.algorithm);
}

function unknowable(): TidemarkError {
  return new TidemarkError('UPSTREAM_UNAVAILABLE', 'Sign-ins cannot be checked now. Try again.');
}
