import type { Credential, Holder } from '@tidemark/contracts/credential';
import { isApiKey } from '@tidemark/service/api-key-form';
import { isUuid } from '@tidemark/service/identity/own-account';
import type { UsersBasis } from '../context.ts';
import { digestOf } from '../tokens/random-token.ts';
import { standing } from './sessions.ts';

/** How exact a key's `last_used_at` is, ms. */
const USED_EVERY_MS = 60_000;

type Parts = Pick<UsersBasis, 'db' | 'clock' | 'logger'>;

/** Says whom a credential stands for now. */
export class CredentialHolders {
  readonly #parts: Parts;
  /** API keys whose use is being written down. */
  readonly #writing = new Map<string, Promise<void>>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Null: nobody, or no longer. A refresh token stands for its owner until it is used; asking does not use it. What is
   * no API key at all costs no query.
   */
  async holderOf(credential: Credential): Promise<Holder | null> {
    switch (credential.kind) {
      case 'session':
        return isUuid(credential.session_id) ? this.#ofSession(credential.session_id) : null;
      case 'api_key':
        return isApiKey(credential.key) ? this.#ofApiKey(credential.key) : null;
      case 'refresh_token':
        return this.#ofRefreshToken(credential.refresh_token);
    }
  }

  /** Resolves once the uses that are known are written down. */
  async settled(): Promise<void> {
    await Promise.all(this.#writing.values());
  }

  async #ofSession(id: string): Promise<Holder | null> {
    const row = await this.#ofUsers().where('sessions.id', '=', id).executeTakeFirst();
    return row ? { ...row, scope: 'read_write' } : null;
  }

  async #ofRefreshToken(token: string): Promise<Holder | null> {
    const row = await this.#ofUsers()
      .innerJoin('refresh_tokens', 'refresh_tokens.session_id', 'sessions.id')
      .where('refresh_tokens.hash', '=', digestOf(token))
      .where('refresh_tokens.used_at', 'is', null)
      .executeTakeFirst();
    return row ? { ...row, scope: 'read_write' } : null;
  }

  #ofUsers() {
    return standing(this.#parts.db, this.#parts.clock.now())
      .innerJoin('users', 'users.id', 'sessions.user_id')
      .select(['sessions.id as session_id', 'sessions.user_id', 'users.role'])
      .where('users.is_active', '=', true);
  }

  async #ofApiKey(key: string): Promise<Holder | null> {
    const row = await this.#parts.db
      .selectFrom('api_keys')
      .innerJoin('users', 'users.id', 'api_keys.user_id')
      .select(['api_keys.id', 'user_id', 'users.role', 'scope', 'expires_at', 'last_used_at'])
      .where('hash', '=', digestOf(key))
      .where('users.is_active', '=', true)
      .executeTakeFirst();
    const now = this.#parts.clock.now();
    if (!row || (row.expires_at && row.expires_at.getTime() <= now)) return null;
    const { id, user_id, role, scope, last_used_at } = row;
    if (!last_used_at || now - last_used_at.getTime() >= USED_EVERY_MS) this.#noteUse(id, now);
    return { user_id, role, scope, session_id: null };
  }

  /** Nobody waits for it, and nobody is refused because it failed. */
  #noteUse(id: string, now: number): void {
    if (this.#writing.has(id)) return;
    const writing = this.#writeUse(id, now)
      .catch((error: unknown) =>
        this.#parts.logger.warn({ err: error }, 'the use of an API key was not written down'),
      )
      .finally(() => this.#writing.delete(id));
    this.#writing.set(id, writing);
  }

  async #writeUse(id: string, now: number): Promise<void> {
    const before = new Date(now - USED_EVERY_MS);
    await this.#parts.db
      .updateTable('api_keys')
      .set({ last_used_at: new Date(now) })
      .where('id', '=', id)
      .where((eb) => eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<=', before)]))
      .execute();
  }
}
