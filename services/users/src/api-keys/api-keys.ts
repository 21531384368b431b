import { randomUUID } from 'node:crypto';
import type { ApiKey, ApiKeyScope, NewApiKey } from '@tidemark/contracts/api-key';
import { apiKeyKey } from '@tidemark/contracts/credential';
import { TidemarkError } from '@tidemark/contracts/errors';
import { makeApiKey } from '@tidemark/service/api-key-form';
import type { Selectable } from 'kysely';
import type { Caller } from '../audit/caller.ts';
import type { UsersBasis } from '../context.ts';
import type { SessionEnds } from '../sessions/session-ends.ts';
import type { UsersTables, UsersDb } from '../tables.ts';
import { digestOf } from '../tokens/random-token.ts';

const MAX_KEYS = 50;
/** The first characters of a key, to know it by. */
const HINT_CHARACTERS = 8;

export interface WantedApiKey {
  name: string;
  scope: ApiKeyScope;
  /** Null: never. */
  expiresAt: Date | null;
}

type Parts = Pick<UsersBasis, 'db' | 'clock' | 'audit'> & {
  sessionEnds: SessionEnds;
};

/** An account's API keys: made, listed and revoked by its owner. */
export class ApiKeys {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Makes a key. The answer alone has it; it cannot be had again.
   * @throws TidemarkError INVALID_REQUEST where it would have expired already, CONFLICT past 50 keys
   */
  async create(caller: Caller, userId: string, wanted: WantedApiKey): Promise<NewApiKey> {
    const { db, clock, audit } = this.#parts;
    const now = clock.now();
    refuseExpired(wanted, now);
    const key = makeApiKey();
    const row = rowOf(key, userId, wanted, now);
    await db.transaction().execute(async (trx) => {
      await refuseTooMany(trx, userId);
      await trx.insertInto('api_keys').values(row).execute();
      const details = { name: row.name, hint: row.hint, scope: row.scope };
      await audit.record(trx, caller, { event: 'api_key_created', userId, details });
    });
    return { ...viewOf(row), key };
  }

  /** Newest first; expired ones too, until they are revoked. */
  async list(userId: string): Promise<ApiKey[]> {
    const rows = await this.#parts.db
      .selectFrom('api_keys')
      .selectAll()
      .where('user_id', '=', userId)
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute();
    return rows.map(viewOf);
  }

  /** Ends a key, at once and everywhere. False: the account has none of this id. */
  async revoke(caller: Caller, userId: string, keyId: string): Promise<boolean> {
    const { db, audit, sessionEnds } = this.#parts;
    const hash = await db.transaction().execute(async (trx) => {
      const row = await trx
        .deleteFrom('api_keys')
        .where('id', '=', keyId)
        .where('user_id', '=', userId)
        .returning(['hash', 'name', 'hint'])
        .executeTakeFirst();
      if (!row) return null;
      const details = { name: row.name, hint: row.hint };
      await audit.record(trx, caller, { event: 'api_key_revoked', userId, details });
      return row.hash;
    });
    if (hash === null) return false;
    await sessionEnds.tell([apiKeyKey(hash)]);
    return true;
  }
}

function refuseExpired({ expiresAt }: WantedApiKey, now: number): void {
  if (expiresAt === null || expiresAt.getTime() > now) return;
  throw new TidemarkError('INVALID_REQUEST', 'The key would have expired already.', [
    { field: 'body.expires_at', reason: 'must be a time in the future' },
  ]);
}

/** The account's row is locked, so that keys made at the same time are counted too. */
async function refuseTooMany(trx: UsersDb, userId: string): Promise<void> {
  await trx.selectFrom('users').select('id').where('id', '=', userId).forUpdate().execute();
  const { count } = await trx
    .selectFrom('api_keys')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  if (count < MAX_KEYS) return;
  throw new TidemarkError(
    'CONFLICT',
    `An account has at most ${MAX_KEYS} API keys; revoke one first.`,
  );
}

type ApiKeyRow = Selectable<UsersTables['api_keys']>;

function rowOf(key: string, userId: string, wanted: WantedApiKey, now: number): ApiKeyRow {
  return {
    id: randomUUID(),
    user_id: userId,
    name: wanted.name,
    scope: wanted.scope,
    hash: digestOf(key),
    hint: key.slice(0, HINT_CHARACTERS),
    created_at: new Date(now),
    expires_at: wanted.expiresAt,
    last_used_at: null,
  };
}

function viewOf(row: ApiKeyRow): ApiKey {
  return {
    key_id: row.id,
    name: row.name,
    scope: row.scope,
    hint: row.hint,
    created_at: row.created_at.toISOString(),
    expires_at: row.expires_at?.toISOString() ?? null,
    last_used_at: row.last_used_at?.toISOString() ?? null,
  };
}
