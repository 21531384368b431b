import { ACCESS_TOKEN } from '@tidemark/contracts/credential';
import { ACCESS_TOKEN_S } from '@tidemark/contracts/session';
import { seal, unseal } from '@tidemark/service/sealed';
import { SingleFlight } from '@tidemark/waiting/single-flight';
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
} from 'jose';
import { sql, type Selectable } from 'kysely';
import type { Caller } from '../audit/caller.ts';
import type { UsersBasis } from '../context.ts';
import type { UsersTables, UsersDb } from '../tables.ts';

/** For how long a replica may sign with a key after another one has retired it, ms. */
const READ_AGAIN_MS = 30_000;
/** What is signed until then has expired after this time, and a minute for clocks that differ, ms. */
const SHOWN_AFTER_MS = READ_AGAIN_MS + ACCESS_TOKEN_S * 1000 + 60_000;

type Parts = Pick<UsersBasis, 'db' | 'clock' | 'logger' | 'secret' | 'audit'>;

export interface SigningKey {
  kid: string;
  key: CryptoKey;
}

/** A public key as a JWK (RFC 7517). */
export type PublicJwk = Readonly<Record<string, string>>;

/**
 * The keys that access tokens are signed with (EdDSA). All replicas share them: the newest signs, and a retired one
 * stays known until what it signed has expired.
 */
export class SigningKeys {
  readonly #parts: Parts;
  readonly #sealing: Buffer;
  #current: Promise<SigningKey> | null = null;
  #readAt = -Infinity;
  readonly #shown = new SingleFlight<PublicJwk[]>();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#sealing = parts.secret.derive('users/signing-keys');
  }

  /** Makes the first key of an instance, and a new one where the newest was sealed with another secret. */
  async start(): Promise<void> {
    const { db, logger } = this.#parts;
    await db.transaction().execute(async (tx) => {
      await holdSigningKeys(tx);
      const rows = await readSigningKeys(tx);
      if (await this.#opened(rows)) return;
      if (rows.length > 0) logger.warn('no signing key opens with this secret; making a new one');
      await this.#replace(tx);
    });
  }

  /** What signs now. */
  async current(): Promise<SigningKey> {
    const now = this.#parts.clock.now();
    if (this.#current && now - this.#readAt < READ_AGAIN_MS) return this.#current;
    this.#readAt = now;
    const reading = this.#read();
    this.#current = reading;
    reading.catch(() => {
      if (this.#current === reading) this.#current = null;
    });
    return reading;
  }

  /** Makes a new key sign from now on, here at once and in other replicas within 30 s. */
  async rotate(caller: Caller): Promise<{ kid: string }> {
    const { db, audit } = this.#parts;
    const kid = await db.transaction().execute(async (tx) => {
      await holdSigningKeys(tx);
      const made = await this.#replace(tx);
      const details = { kid: made };
      await audit.record(tx, caller, {
        event: 'signing_key_rotated',
        userId: caller.userId,
        details,
      });
      return made;
    });
    this.#current = null;
    return { kid };
  }

  /** Public keys of all tokens that may still be good; read anew, for whoever asks may have a token that is. */
  publicKeys(): Promise<PublicJwk[]> {
    return this.#shown.run(() => this.#readPublic());
  }

  /** Forgets keys whose tokens have all expired. */
  async prune(): Promise<void> {
    await this.#parts.db
      .deleteFrom('signing_keys')
      .where('retired_at', '<', this.#shownSince())
      .execute();
  }

  async #replace(tx: UsersDb): Promise<string> {
    const now = new Date(this.#parts.clock.now());
    const made = await makeSigningKey(this.#sealing, now);
    await tx
      .updateTable('signing_keys')
      .set({ retired_at: now })
      .where('retired_at', 'is', null)
      .execute();
    await tx.insertInto('signing_keys').values(made).execute();
    return made.kid;
  }

  async #read(): Promise<SigningKey> {
    const opened = await this.#opened(await readSigningKeys(this.#parts.db));
    if (!opened) throw new Error('there is no signing key that opens with this secret');
    return opened;
  }

  async #opened(rows: readonly SigningKeyRow[]): Promise<SigningKey | null> {
    const newest = rows.find((row) => row.retired_at === null);
    if (!newest) return null;
    const key = await openSigningKey(this.#sealing, newest).catch(() => null);
    return key && { kid: newest.kid, key };
  }

  async #readPublic(): Promise<PublicJwk[]> {
    const since = this.#shownSince();
    const rows = await readSigningKeys(this.#parts.db);
    return rows
      .filter(({ retired_at }) => retired_at === null || retired_at >= since)
      .map(({ public_jwk }) => public_jwk);
  }

  #shownSince(): Date {
    return new Date(this.#parts.clock.now() - SHOWN_AFTER_MS);
  }
}

export type SigningKeyRow = Selectable<UsersTables['signing_keys']>;

/** A new key pair, its private half sealed for its kid: the thumbprint of the public one (RFC 7638). */
export async function makeSigningKey(sealing: Buffer, now: Date) {
  const { algorithm: alg } = ACCESS_TOKEN;
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const publicJwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const privateJwk = JSON.stringify(await exportJWK(privateKey));
  return {
    kid,
    public_jwk: JSON.stringify({ ...publicJwk, kid, alg, use: 'sig' }),
    private_jwk: seal(sealing, privateJwk, kid),
    created_at: now,
    retired_at: null,
  };
}

/** @throws Error when the key was sealed with another secret */
export async function openSigningKey(sealing: Buffer, row: SigningKeyRow): Promise<CryptoKey> {
  const jwk = JSON.parse(unseal(sealing, row.private_jwk, row.kid)) as JWK;
  const key = await importJWK(jwk, ACCESS_TOKEN.algorithm);
  if (key instanceof Uint8Array) throw new Error('a signing key is no key pair');
  return key;
}

/** The newest first. */
export function readSigningKeys(db: UsersDb): Promise<SigningKeyRow[]> {
  return db
    .selectFrom('signing_keys')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('kid')
    .execute();
}

/** One process at a time changes the keys: the others wait until this transaction has ended. */
export async function holdSigningKeys(tx: UsersDb): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('tidemark.users.signing-keys'))`.execute(tx);
}
