import type { Kysely } from 'kysely';
import type { UsersTables } from '../tables.ts';

const DAY_MS = 86_400_000;

/** Forgets security events that are older than `days`. @param now epoch ms */
export async function pruneSecurityEvents(
  db: Kysely<UsersTables>,
  now: number,
  days: number,
): Promise<void> {
  await db
    .deleteFrom('security_events')
    .where('at', '<', new Date(now - days * DAY_MS))
    .execute();
}
