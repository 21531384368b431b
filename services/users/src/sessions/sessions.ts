import { randomUUID } from 'node:crypto';
import type { Clock } from '@tidemark/clock/clock';
import { sessionKey } from '@tidemark/contracts/credential';
import { REFRESH_TOKEN_S, SESSION_S } from '@tidemark/contracts/session';
import type { Kysely } from 'kysely';
import type { Caller } from '../audit/caller.ts';
import type { UsersTables } from '../tables.ts';
import { digestOfRefreshToken, makeRefreshToken } from '../tokens/refresh-token.ts';
import type { EndedCredentials } from './session-ends.ts';

/** Sessions that one account may have; the one that was not used for longest makes room. */
export const MAX_SESSIONS = 50;

/** A session that has begun or goes on. Only whoever signed in may have the token. */
export interface Grant {
  sessionId: string;
  refreshToken: string;
}

/** Begins sessions. */
export class Sessions {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Begins a session, in the caller's transaction, which holds the account's row: `lockAccount`. `ended` are those that
   * made room; tell about them after the commit.
   */
  async open(
    tx: Kysely<UsersTables>,
    userId: string,
    { address, userAgent }: Caller,
  ): Promise<{ grant: Grant; ended: EndedCredentials }> {
    const ended = await this.#makeRoom(tx, userId);
    const now = new Date(this.#clock.now());
    const sessionId = randomUUID();
    await tx
      .insertInto('sessions')
      .values({
        id: sessionId,
        user_id: userId,
        created_at: now,
        last_used_at: now,
        expires_at: expiryOf(now, now),
        ended_at: null,
        address,
        user_agent: userAgent,
      })
      .execute();
    const refreshToken = makeRefreshToken();
    await addRefreshToken(tx, sessionId, refreshToken, now);
    return { grant: { sessionId, refreshToken }, ended };
  }

  async #makeRoom(tx: Kysely<UsersTables>, userId: string): Promise<EndedCredentials> {
    const now = new Date(this.#clock.now());
    const standing = await tx
      .selectFrom('sessions')
      .select('id')
      .where('user_id', '=', userId)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', now)
      .orderBy('last_used_at', 'desc')
      .orderBy('id')
      .offset(MAX_SESSIONS - 1)
      .execute();
    const ids = standing.map(({ id }) => id);
    if (ids.length === 0) return [];
    await tx.updateTable('sessions').set({ ended_at: now }).where('id', 'in', ids).execute();
    return ids.map(sessionKey);
  }
}

/** When a session ends by itself that began then and is used now. */
export function expiryOf(begun: Date, now: Date): Date {
  const idle = now.getTime() + REFRESH_TOKEN_S * 1000;
  return new Date(Math.min(idle, begun.getTime() + SESSION_S * 1000));
}

/** Adds a refresh token to a session; the answer alone has the token itself. */
export async function addRefreshToken(
  tx: Kysely<UsersTables>,
  sessionId: string,
  token: string,
  now: Date,
): Promise<void> {
  const hash = digestOfRefreshToken(token);
  await tx
    .insertInto('refresh_tokens')
    .values({ hash, session_id: sessionId, created_at: now, used_at: null, next_salt: null })
    .execute();
}
