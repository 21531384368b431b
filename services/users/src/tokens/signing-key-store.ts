import { ACCESS_TOKEN } from '@tidemark/contracts/credential';
import { seal, unseal } from '@tidemark/service/sealed';
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
} from 'jose';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { UsersTables } from '../tables.ts';

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
export function readSigningKeys(db: Kysely<UsersTables>): Promise<SigningKeyRow[]> {
  return db
    .selectFrom('signing_keys')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('kid')
    .execute();
}

/** One process at a time changes the keys: the others wait until this transaction has ended. */
export async function holdSigningKeys(tx: Kysely<UsersTables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('tidemark.users.signing-keys'))`.execute(tx);
}
