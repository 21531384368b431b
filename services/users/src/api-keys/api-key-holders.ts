import type { Holder } from '@tidemark/contracts/credential';
import { isApiKey } from '@tidemark/service/api-key-form';
import { digestOfApiKey } from './api-key.ts';
import type { UsersBasis } from '../context.ts';

/** How exact `last_used_at` is, ms. */
const USED_EVERY_MS = 60_000;

interface Use {
  id: string;
  last_used_at: Date | null;
}

/** Whom API keys stand for. */
export class ApiKeyHolders {
  readonly #parts: Pick<UsersBasis, 'db' | 'clock' | 'logger'>;
  /** Keys whose use is being written down. */
  readonly #writing = new Map<string, Promise<void>>();

  constructor(parts: Pick<UsersBasis, 'db' | 'clock' | 'logger'>) {
    this.#parts = parts;
  }

  /** Whom a key stands for now; null: nobody, or no longer. What is no key at all costs no query. */
  async holderOf(key: string): Promise<Holder | null> {
    if (!isApiKey(key)) return null;
    const row = await this.#find(digestOfApiKey(key));
    if (!row || (row.expires_at && row.expires_at.getTime() <= this.#parts.clock.now()))
      return null;
    this.#noteUse(row);
    return { user_id: row.user_id, role: row.role, scope: row.scope, session_id: null };
  }

  /** Resolves once the uses that are known are written down. */
  async settled(): Promise<void> {
    await Promise.all(this.#writing.values());
  }

  #find(hash: string) {
    return this.#parts.db
      .selectFrom('api_keys')
      .innerJoin('users', 'users.id', 'api_keys.user_id')
      .select(['api_keys.id', 'user_id', 'users.role', 'scope', 'expires_at', 'last_used_at'])
      .where('hash', '=', hash)
      .where('users.is_active', '=', true)
      .executeTakeFirst();
  }

  /** Nobody waits for it, and nobody is refused because it failed. */
  #noteUse({ id, last_used_at }: Use): void {
    const now = this.#parts.clock.now();
    if (last_used_at && now - last_used_at.getTime() < USED_EVERY_MS) return;
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
