import { createHash, randomUUID } from 'node:crypto';
import type { Cache } from '@tidemark/cache/cache';
import type { Clock } from '@tidemark/clock/clock';
import {
  ACCESS_TOKEN,
  apiKeyKey,
  CREDENTIAL_PATH,
  CredentialAnswerSchema,
  CredentialSchema,
  ENDED_KEPT_MS,
  ENDED_VERSION,
  KEYS_PATH,
  sessionKey,
  type Credential,
  type Holder,
} from '@tidemark/contracts/credential';
import { TidemarkError } from '@tidemark/contracts/errors';
import { makeApiKey } from '@tidemark/service/api-key-form';
import { endpoint, ok } from '@tidemark/service/reply';
import type { FastifyInstance } from 'fastify';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import Type from 'typebox';

interface SigningKey {
  kid: string;
  key: CryptoKey;
  jwk: JWK;
}

/** What a test changes of a token: claims, those that are undefined left out, and its header. */
export interface TokenChanges {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
}

/** The part of the users service that the gateway asks, with accounts of the test's making. */
export class TestUsers {
  readonly #clock: Clock;
  readonly #cache: Cache;
  readonly #holders = new Map<string, Holder>();
  readonly keys: SigningKey[] = [];
  /** Questions that came. */
  asked: Credential[] = [];
  keysAsked = 0;
  /** While true every question is answered 503. */
  away = false;
  /** Awaited before a question is answered, and after it was looked up. */
  pause: () => Promise<void> = async () => undefined;

  constructor(clock: Clock, cache: Cache) {
    this.#clock = clock;
    this.#cache = cache;
  }

  /** Signs with a new key from now on; the old ones hold until they are taken out of `keys`. */
  async rotate(): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
    const kid = randomUUID();
    this.keys.unshift({ kid, key: privateKey, jwk: { ...(await exportJWK(publicKey)), kid } });
  }

  signIn(changes: Partial<Holder> = {}): Holder & { session_id: string } {
    const holder = {
      user_id: randomUUID(),
      role: 'user' as const,
      scope: 'read_write' as const,
      ...changes,
      session_id: randomUUID(),
    };
    this.#holders.set(`session ${holder.session_id}`, holder);
    return holder;
  }

  makeKey(changes: Partial<Holder> = {}): { key: string; holder: Holder } {
    const key = makeApiKey();
    const holder: Holder = {
      user_id: randomUUID(),
      role: 'user',
      scope: 'read_write',
      ...changes,
      session_id: null,
    };
    this.#holders.set(`api_key ${key}`, holder);
    return { key, holder };
  }

  makeRefreshToken(holder: Holder): string {
    const token = randomUUID();
    this.#holders.set(`refresh_token ${token}`, holder);
    return token;
  }

  /** An access token, 15 minutes long. */
  token(holder: Holder, { claims, header }: TokenChanges = {}): Promise<string> {
    const [{ kid, key }] = this.keys as [SigningKey];
    const now = Math.floor(this.#clock.now() / 1000);
    const all = {
      iss: ACCESS_TOKEN.issuer,
      aud: ACCESS_TOKEN.audience,
      sub: holder.user_id,
      sid: holder.session_id,
      role: holder.role,
      iat: now,
      exp: now + 900,
      jti: randomUUID(),
      ...claims,
    };
    return new SignJWT(all)
      .setProtectedHeader({ alg: 'EdDSA', typ: ACCESS_TOKEN.type, kid, ...header })
      .sign(key);
  }

  async endSession({ session_id }: Holder): Promise<void> {
    this.#holders.delete(`session ${String(session_id)}`);
    await this.#tellEnd(sessionKey(String(session_id)));
  }

  async endKey(key: string): Promise<void> {
    this.#holders.delete(`api_key ${key}`);
    await this.#tellEnd(apiKeyKey(createHash('sha256').update(key).digest('hex')));
  }

  /** Changes what a session's holder is, as an administrator does. */
  async change(holder: Holder, changes: Partial<Holder>): Promise<void> {
    this.#holders.set(`session ${String(holder.session_id)}`, { ...holder, ...changes });
    await this.#cache.delete(sessionKey(String(holder.session_id)));
  }

  mount(app: FastifyInstance): void {
    const keys = endpoint({
      id: 'keys',
      access: 'public',
      summary: 'Keys',
      tag: 'users',
      data: Type.Object({ keys: Type.Array(Type.Record(Type.String(), Type.Unknown())) }),
    });
    app.get(KEYS_PATH, keys, (request) => {
      this.keysAsked += 1;
      if (this.away) throw new TidemarkError('NOT_READY', 'away');
      return ok(request, { keys: this.keys.map(({ jwk }) => jwk) });
    });
    const credential = endpoint({
      id: 'findHolder',
      access: 'gateway',
      summary: 'Whom a credential stands for',
      tag: 'users',
      body: CredentialSchema,
      data: CredentialAnswerSchema,
    });
    app.post(CREDENTIAL_PATH, credential, async (request) => {
      const asked = request.body as Credential;
      this.asked.push(asked);
      if (this.away) throw new TidemarkError('NOT_READY', 'away');
      const holder = this.#holders.get(nameOf(asked)) ?? null;
      await this.pause();
      return ok(request, { holder });
    });
  }

  async #tellEnd(key: string): Promise<void> {
    await this.#cache.setIfNewer(key, { holder: null }, ENDED_VERSION, ENDED_KEPT_MS);
  }
}

function nameOf(asked: Credential): string {
  if (asked.kind === 'session') return `session ${asked.session_id}`;
  return asked.kind === 'api_key' ? `api_key ${asked.key}` : `refresh_token ${asked.refresh_token}`;
}
