import type { SecurityEvent, SecurityEventName } from '@tidemark/contracts/security-event';
import type { Selectable } from 'kysely';
import Type from 'typebox';
import type { UsersTables, UsersDb } from '../tables.ts';
import { DEFAULT_PAGE, pageOf, readCursor, type Page } from '@tidemark/service/page-cursor';

/** The id of the last one. */
const PlaceSchema = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

export interface EventsWanted {
  /** Left out: `DEFAULT_PAGE`. */
  limit?: number | undefined;
  cursor?: string | undefined;
  /** Whose account; a UUID in lower case. */
  userId?: string | undefined;
  event?: SecurityEventName | undefined;
}

/**
 * Security events, newest first.
 * @throws TidemarkError INVALID_REQUEST for a cursor that is none
 */
export async function listSecurityEvents(
  db: UsersDb,
  { limit = DEFAULT_PAGE, cursor, userId, event }: EventsWanted,
): Promise<Page<SecurityEvent>> {
  let query = db
    .selectFrom('security_events')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (cursor !== undefined) query = query.where('id', '<', readCursor(cursor, PlaceSchema));
  if (userId !== undefined) query = query.where('user_id', '=', userId);
  if (event !== undefined) query = query.where('event', '=', event);
  return pageOf(await query.execute(), limit, ({ id }) => id, viewOf);
}

function viewOf(row: Selectable<UsersTables['security_events']>): SecurityEvent {
  return {
    event_id: String(row.id),
    event: row.event,
    at: row.at.toISOString(),
    user_id: row.user_id,
    actor_id: row.actor_id,
    address: row.address,
    user_agent: row.user_agent,
    details: row.details,
  };
}
