import type { Clock } from '@tidemark/clock/clock';
import type { Credential, Holder } from '@tidemark/contracts/credential';
import type { Kysely } from 'kysely';
import { isUuid } from '../account/account-id.ts';
import type { UsersTables } from '../tables.ts';
import { digestOfRefreshToken } from '../tokens/refresh-token.ts';

/** Whom API keys stand for. */
export interface ApiKeyHolders {
  holderOf(key: string): Promise<Holder | null>;
}

interface HolderParts {
  db: Kysely<UsersTables>;
  clock: Clock;
  apiKeyHolders: ApiKeyHolders;
}

/** Says whom a credential stands for now. */
export class CredentialHolders {
  readonly #parts: HolderParts;

  constructor(parts: HolderParts) {
    this.#parts = parts;
  }

  /** Null: nobody, or no longer. A refresh token stands for its owner until it is used; asking does not use it. */
  async holderOf(credential: Credential): Promise<Holder | null> {
    switch (credential.kind) {
      case 'session':
        return isUuid(credential.session_id) ? this.#ofSession(credential.session_id) : null;
      case 'api_key':
        return this.#parts.apiKeyHolders.holderOf(credential.key);
      case 'refresh_token':
        return this.#ofRefreshToken(credential.refresh_token);
    }
  }

  async #ofSession(id: string): Promise<Holder | null> {
    const row = await this.#standing().where('sessions.id', '=', id).executeTakeFirst();
    return row ? holder(row) : null;
  }

  async #ofRefreshToken(token: string): Promise<Holder | null> {
    const row = await this.#standing()
      .innerJoin('refresh_tokens', 'refresh_tokens.session_id', 'sessions.id')
      .where('refresh_tokens.hash', '=', digestOfRefreshToken(token))
      .where('refresh_tokens.used_at', 'is', null)
      .executeTakeFirst();
    return row ? holder(row) : null;
  }

  #standing() {
    return this.#parts.db
      .selectFrom('sessions')
      .innerJoin('users', 'users.id', 'sessions.user_id')
      .select(['sessions.id', 'sessions.user_id', 'users.role'])
      .where('sessions.ended_at', 'is', null)
      .where('sessions.expires_at', '>', new Date(this.#parts.clock.now()))
      .where('users.is_active', '=', true);
  }
}

function holder({
  id,
  user_id,
  role,
}: {
  id: string;
  user_id: string;
  role: Holder['role'];
}): Holder {
  return { user_id, role, scope: 'read_write', session_id: id };
}
