import type { Kysely } from 'kysely';
import type { Caller } from '../audit/caller.ts';
import type { UsersTables } from '../tables.ts';

/** A refresh token as it is stored, and whose it is. */
export interface Presented {
  hash: string;
  session_id: string;
  user_id: string;
  used_at: Date | null;
  next_salt: string | null;
}

/** A session that is not over: when it began, and who used it last. */
export type Standing = Pick<UsersTables['sessions'], 'created_at' | 'address' | 'user_agent'>;

/** The token with this hash; undefined where there is none. */
export function presented(tx: Kysely<UsersTables>, hash: string): Promise<Presented | undefined> {
  return tx
    .selectFrom('refresh_tokens')
    .innerJoin('sessions', 'sessions.id', 'refresh_tokens.session_id')
    .select(['hash', 'session_id', 'user_id', 'used_at', 'next_salt'])
    .where('hash', '=', hash)
    .executeTakeFirst();
}

/** Undefined: it is over. Nobody else refreshes or ends it until the transaction is over. */
export function holdStanding(
  tx: Kysely<UsersTables>,
  sessionId: string,
  now: Date,
): Promise<Standing | undefined> {
  return tx
    .selectFrom('sessions')
    .select(['created_at', 'address', 'user_agent'])
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst();
}

/** Whether the session has a token with this hash that was not used. */
export async function isUnused(
  tx: Kysely<UsersTables>,
  sessionId: string,
  hash: string,
): Promise<boolean> {
  const token = await tx
    .selectFrom('refresh_tokens')
    .select('hash')
    .where('hash', '=', hash)
    .where('session_id', '=', sessionId)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return token !== undefined;
}

/** Marks a token as used; `salt` is what its successor was derived with. */
export async function spend(
  tx: Kysely<UsersTables>,
  hash: string,
  salt: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('refresh_tokens')
    .set({ used_at: now, next_salt: salt })
    .where('hash', '=', hash)
    .execute();
}

/** Notes that the session was used, by whom, and until when it stands. */
export async function prolong(
  tx: Kysely<UsersTables>,
  sessionId: string,
  { address, userAgent }: Caller,
  expiresAt: Date,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ last_used_at: now, expires_at: expiresAt, address, user_agent: userAgent })
    .where('id', '=', sessionId)
    .execute();
}
