import type { Clock } from '@tidemark/clock/clock';
import type { Kysely } from 'kysely';
import { findAccount, type Account } from '../accounts/account.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Caller } from '../audit/caller.ts';
import type { UsersTables } from '../tables.ts';
import { digestOfRefreshToken } from '../tokens/refresh-token.ts';
import type { EndedCredentials, SessionEnds } from './session-ends.ts';
import { addRefreshToken, expiryOf, type Grant } from './sessions.ts';

interface RefreshingParts {
  db: Kysely<UsersTables>;
  clock: Clock;
  audit: AuditLog;
  sessionEnds: SessionEnds;
}

export interface Refreshed {
  account: Account;
  grant: Grant;
}

interface Owner {
  session_id: string;
  user_id: string;
}

const REFUSED = { refreshed: null, ended: [] as EndedCredentials };

/** Exchanges refresh tokens: each is good once, and one that comes again ends its session. */
export class Refreshing {
  readonly #parts: RefreshingParts;

  constructor(parts: RefreshingParts) {
    this.#parts = parts;
  }

  /**
   * The next token of the session. Null: the token is unknown, its session is over, or it was used before, by its owner
   * or by a thief; which of the two asks now cannot be told, so the session ends for both.
   */
  async refresh(token: string, caller: Caller): Promise<Refreshed | null> {
    const { db, sessionEnds } = this.#parts;
    const hash = digestOfRefreshToken(token);
    const { refreshed, ended } = await db
      .transaction()
      .execute((tx) => this.#exchange(tx, hash, caller));
    await sessionEnds.tell(ended);
    return refreshed;
  }

  async #exchange(tx: Kysely<UsersTables>, hash: string, caller: Caller) {
    const now = new Date(this.#parts.clock.now());
    const owner = await ownerOf(tx, hash);
    const begun = owner && (await holdStanding(tx, owner, now));
    if (!begun) return REFUSED;
    const account = await findAccount(tx, owner.user_id);
    if (!account?.is_active) return REFUSED;
    if (!(await spend(tx, hash, now))) return this.#reused(tx, owner, caller);
    await prolong(tx, owner, caller, expiryOf(begun, now), now);
    const refreshToken = await addRefreshToken(tx, owner.session_id, now);
    const grant: Grant = { sessionId: owner.session_id, refreshToken };
    return { refreshed: { account, grant }, ended: [] };
  }

  async #reused(tx: Kysely<UsersTables>, { user_id, session_id }: Owner, caller: Caller) {
    const { audit, sessionEnds } = this.#parts;
    const ended = await sessionEnds.endOne(tx, user_id, session_id);
    await audit.record(tx, caller, {
      event: 'refresh_token_reused',
      userId: user_id,
      details: { session_id },
    });
    return { refreshed: null, ended };
  }
}

function ownerOf(tx: Kysely<UsersTables>, hash: string): Promise<Owner | undefined> {
  return tx
    .selectFrom('refresh_tokens')
    .innerJoin('sessions', 'sessions.id', 'refresh_tokens.session_id')
    .select(['session_id', 'user_id'])
    .where('hash', '=', hash)
    .executeTakeFirst();
}

/** When the session began; null: it is over. Nobody else refreshes or ends it until the transaction is over. */
async function holdStanding(
  tx: Kysely<UsersTables>,
  owner: Owner,
  now: Date,
): Promise<Date | null> {
  const session = await tx
    .selectFrom('sessions')
    .select('created_at')
    .where('id', '=', owner.session_id)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst();
  return session?.created_at ?? null;
}

/** Whether the token had not been used; it is now. */
async function spend(tx: Kysely<UsersTables>, hash: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('refresh_tokens')
    .set({ used_at: now })
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function prolong(
  tx: Kysely<UsersTables>,
  { session_id }: Owner,
  { address, userAgent }: Caller,
  expiresAt: Date,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ last_used_at: now, expires_at: expiresAt, address, user_agent: userAgent })
    .where('id', '=', session_id)
    .execute();
}
