import { randomUUID } from 'node:crypto';
import type { Clock } from '@tidemark/clock/clock';
import { sessionKey } from '@tidemark/contracts/credential';
import { REFRESH_TOKEN_S, SESSION_S, type Session } from '@tidemark/contracts/session';
import type { Account } from '../account/account.ts';
import type { Caller } from '../audit/caller.ts';
import type { UsersDb } from '../tables.ts';
import { digestOf, randomToken } from '../tokens/random-token.ts';
import type { EndedCredentials } from './session-ends.ts';

/** Sessions that one account may have; the one that was not used for longest makes room. */
export const MAX_SESSIONS = 50;

/** A session that has begun or goes on. Only whoever signed in may have the token. */
export interface Grant {
  sessionId: string;
  refreshToken: string;
}

/** Whoever has signed in or goes on with a session. */
export interface SignedInAs {
  account: Account;
  grant: Grant;
}

/** Begins sessions, and lists them. */
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
    tx: UsersDb,
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
    const refreshToken = randomToken();
    await addRefreshToken(tx, sessionId, refreshToken, now);
    return { grant: { sessionId, refreshToken }, ended };
  }

  /** The sessions of an account that stand, the one used last first. @param current the one that asks */
  async list(db: UsersDb, userId: string, current: string | null): Promise<Session[]> {
    const rows = await this.#ofAccount(db, userId).selectAll().execute();
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

  #ofAccount(db: UsersDb, userId: string) {
    return standing(db, this.#clock.now())
      .where('user_id', '=', userId)
      .orderBy('last_used_at', 'desc')
      .orderBy('id');
  }

  async #makeRoom(tx: UsersDb, userId: string): Promise<EndedCredentials> {
    const spare = await this.#ofAccount(tx, userId)
      .select('id')
      .offset(MAX_SESSIONS - 1)
      .execute();
    const ids = spare.map(({ id }) => id);
    if (ids.length === 0) return [];
    await tx
      .updateTable('sessions')
      .set({ ended_at: new Date(this.#clock.now()) })
      .where('id', 'in', ids)
      .execute();
    return ids.map(sessionKey);
  }
}

/** A query for the sessions that are not over at `now`, epoch ms. */
export function standing(db: UsersDb, now: number) {
  return db
    .selectFrom('sessions')
    .where('sessions.ended_at', 'is', null)
    .where('sessions.expires_at', '>', new Date(now));
}

/** When a session ends by itself that began then and is used now. */
export function expiryOf(begun: Date, now: Date): Date {
  const idle = now.getTime() + REFRESH_TOKEN_S * 1000;
  return new Date(Math.min(idle, begun.getTime() + SESSION_S * 1000));
}

/** A refresh token as it is stored, and whose it is, old ones too; undefined where there is none. */
export function findRefreshToken(db: UsersDb, token: string) {
  return db
    .selectFrom('refresh_tokens')
    .innerJoin('sessions', 'sessions.id', 'refresh_tokens.session_id')
    .select(['hash', 'session_id', 'user_id', 'used_at', 'next_salt'])
    .where('hash', '=', digestOf(token))
    .executeTakeFirst();
}
export type RefreshToken = NonNullable<Awaited<ReturnType<typeof findRefreshToken>>>;

/** Adds a refresh token to a session; the answer alone has the token itself. */
export async function addRefreshToken(
  tx: UsersDb,
  sessionId: string,
  token: string,
  now: Date,
): Promise<void> {
  const hash = digestOf(token);
  await tx
    .insertInto('refresh_tokens')
    .values({ hash, session_id: sessionId, created_at: now, used_at: null, next_salt: null })
    .execute();
}
