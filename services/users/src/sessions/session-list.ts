import type { Clock } from '@tidemark/clock/clock';
import type { Session } from '@tidemark/contracts/session';
import type { Kysely } from 'kysely';
import type { UsersTables } from '../tables.ts';

/** The sessions of an account that stand, the one used last first. @param current the one that asks */
export async function listSessions(
  { db, clock }: { db: Kysely<UsersTables>; clock: Clock },
  userId: string,
  current: string | null,
): Promise<Session[]> {
  const rows = await db
    .selectFrom('sessions')
    .selectAll()
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', new Date(clock.now()))
    .orderBy('last_used_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    session_id: row.id,
    current: row.id === current,
    created_at: row.created_at.toISOString(),
    last_used_at: row.last_used_at.toISOString(),
    expires_at: row.expires_at.toISOString(),
    address: row.address,
    user_agent: row.user_agent,
  }));
}
