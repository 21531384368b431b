import { REFRESH_TOKEN_S } from '@tidemark/contracts/session';
import type { Kysely } from 'kysely';
import type { UsersTables } from '../tables.ts';

/** Sessions are forgotten so long after they are over, ms. */
const KEPT_MS = 86_400_000;

/**
 * Forgets sessions that are long over, and refresh tokens that were used so long ago that they would have expired: those
 * end no session any more. @param now epoch ms
 */
export async function pruneSessions(db: Kysely<UsersTables>, now: number): Promise<void> {
  const before = new Date(now - KEPT_MS);
  await db
    .deleteFrom('sessions')
    .where((eb) => eb.or([eb('expires_at', '<', before), eb('ended_at', '<', before)]))
    .execute();
  const expired = new Date(now - REFRESH_TOKEN_S * 1000);
  await db.deleteFrom('refresh_tokens').where('used_at', '<', expired).execute();
}
