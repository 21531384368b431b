import { randomUUID } from 'node:crypto';
import { openPgliteDatabase } from '@tidemark/database/pglite-database';
import { InstanceSecret } from '@tidemark/service/instance-secret';
import { migrations } from '@tidemark/users/migrations/index';
import type { UsersTables } from '@tidemark/users/tables';
import {
  makeSigningKey,
  openSigningKey,
  type SigningKeyRow,
} from '@tidemark/users/tokens/signing-keys';
import { decodeJwt, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';

const SECRET = 'an instance secret of the tests, long enough';
const HOUR_S = 3600;

/** Writes access tokens that the platform did not. */
export class MintedTokens {
  /** The platform's environment must have these. */
  readonly env = { INSTANCE_SECRET: SECRET };
  #kid = '';
  #key: CryptoKey | null = null;

  /** Puts a signing key that is known here into the database that the platform will open. */
  async prepare(marketDir: string): Promise<void> {
    const sealing = new InstanceSecret(SECRET).derive('users/signing-keys');
    const database = await openPgliteDatabase(marketDir);
    await database.migrate('users', migrations);
    const db = database.as<UsersTables>();
    await db
      .insertInto('signing_keys')
      .values(await makeSigningKey(sealing, new Date()))
      .execute();
    const row: SigningKeyRow = await db
      .selectFrom('signing_keys')
      .selectAll()
      .executeTakeFirstOrThrow();
    this.#kid = row.kid;
    this.#key = await openSigningKey(sealing, row);
    await database.close();
  }

  /** As it was, signed by the platform's key, an hour after it has expired. */
  expired(token: string): Promise<string> {
    const claims = decodeJwt(token);
    const iat = (claims.iat ?? 0) - 2 * HOUR_S;
    return this.#sign({ ...claims, jti: randomUUID(), iat, exp: iat + HOUR_S }, this.#key);
  }

  /** As it was, signed by the platform's key, and good for hours. */
  lasting(token: string): Promise<string> {
    const claims = decodeJwt(token);
    return this.#sign({ ...claims, exp: (claims.iat ?? 0) + 4 * HOUR_S }, this.#key);
  }

  /** As it is, signed by a key of somebody else under the platform's key id. */
  async forged(token: string): Promise<string> {
    const { privateKey } = await generateKeyPair('EdDSA');
    return this.#sign(decodeJwt(token), privateKey);
  }

  /** As it is, with `alg: none` and no signature. */
  unsigned(token: string): string {
    const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt', kid: this.#kid }));
    return `${header.toString('base64url')}.${token.split('.')[1] ?? ''}.`;
  }

  #sign(claims: JWTPayload, key: CryptoKey | null): Promise<string> {
    if (!key) throw new Error('prepare the platform first');
    const header = { alg: 'EdDSA', typ: 'at+jwt', kid: this.#kid };
    return new SignJWT(claims).setProtectedHeader(header).sign(key);
  }
}
