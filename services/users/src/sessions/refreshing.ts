import { findAccount } from '../account/account.ts';
import { isSameClient, type Caller } from '../audit/caller.ts';
import type { UsersBasis } from '../context.ts';
import type { UsersTables, UsersDb } from '../tables.ts';
import { randomToken, type RefreshTokens } from '../tokens/random-token.ts';
import type { EndedCredentials, SessionEnds } from './session-ends.ts';
import {
  addRefreshToken,
  expiryOf,
  findRefreshToken,
  standing,
  type Grant,
  type RefreshToken,
  type SignedInAs,
} from './sessions.ts';

/** For so long after its use a token gives its client the same successor again, ms: the answer may have been lost. */
export const REFRESH_GRACE_MS = 30_000;

type Parts = Pick<UsersBasis, 'db' | 'clock' | 'audit'> & {
  sessionEnds: SessionEnds;
  refreshTokens: RefreshTokens;
};

interface Outcome {
  refreshed: SignedInAs | null;
  ended: EndedCredentials;
}

/** A refresh, as it is asked for. */
interface Asked {
  token: string;
  caller: Caller;
  now: Date;
}

/** A session that is not over: when it began, and who used it last. */
type Standing = Pick<UsersTables['sessions'], 'created_at' | 'address' | 'user_agent'>;

const REFUSED: Outcome = { refreshed: null, ended: [] };

/**
 * Exchanges refresh tokens: each is good once. One that comes again ends its session, unless it is asked for by the same
 * client within the grace, and its successor was not used yet: then the answer may have been lost, and is given again.
 * ADR 0015.
 */
export class Refreshing {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * The next token of the session. Null: the token is unknown, its session is over, or it was used before, by its owner
   * or by a thief; which of the two asks now cannot be told, so the session ends for both.
   */
  async refresh(token: string, caller: Caller): Promise<SignedInAs | null> {
    const { db, clock, sessionEnds } = this.#parts;
    const asked = { token, caller, now: new Date(clock.now()) };
    const { refreshed, ended } = await db.transaction().execute((tx) => this.#exchange(tx, asked));
    await sessionEnds.tell(ended);
    return refreshed;
  }

  async #exchange(tx: UsersDb, asked: Asked): Promise<Outcome> {
    const owner = await findRefreshToken(tx, asked.token);
    if (!owner) return REFUSED;
    // Nobody else refreshes or ends it until the transaction is over.
    const session = await standing(tx, asked.now.getTime())
      .select(['created_at', 'address', 'user_agent'])
      .where('id', '=', owner.session_id)
      .forUpdate()
      .executeTakeFirst();
    if (!session) return REFUSED;
    const account = await findAccount(tx, owner.user_id);
    if (!account?.is_active) return REFUSED;
    // Read anew: whoever had the session before may have used the token meanwhile.
    const token = await findRefreshToken(tx, asked.token);
    if (!token) return REFUSED;
    const refreshToken =
      token.used_at === null
        ? await this.#next(tx, session, token, asked)
        : await this.#again(tx, session, token, asked);
    if (refreshToken === null) return this.#reused(tx, token, asked.caller);
    const grant: Grant = { sessionId: token.session_id, refreshToken };
    return { refreshed: { account, grant }, ended: [] };
  }

  /** The successor of a token that was not used; the session stands on, and notes who used it. */
  async #next(
    tx: UsersDb,
    session: Standing,
    { hash, session_id }: RefreshToken,
    { token, caller, now }: Asked,
  ): Promise<string> {
    const salt = randomToken();
    const next = this.#parts.refreshTokens.after(token, salt);
    await tx
      .updateTable('refresh_tokens')
      .set({ used_at: now, next_salt: salt })
      .where('hash', '=', hash)
      .execute();
    await tx
      .updateTable('sessions')
      .set({
        last_used_at: now,
        expires_at: expiryOf(session.created_at, now),
        address: caller.address,
        user_agent: caller.userAgent,
      })
      .where('id', '=', session_id)
      .execute();
    await addRefreshToken(tx, session_id, next, now);
    return next;
  }

  /** The successor that a used token was given; null where it may not be told again. */
  async #again(
    tx: UsersDb,
    { address, user_agent: userAgent }: Standing,
    { session_id, used_at, next_salt }: RefreshToken,
    { token, caller, now }: Asked,
  ): Promise<string | null> {
    if (used_at === null || next_salt === null) return null;
    if (now.getTime() - used_at.getTime() >= REFRESH_GRACE_MS) return null;
    // The session's traits are those of its last refresh; where that is not this one, the successor was used.
    if (!isSameClient({ address, userAgent }, caller)) return null;
    const next = this.#parts.refreshTokens.after(token, next_salt);
    const successor = await findRefreshToken(tx, next);
    return successor?.session_id === session_id && successor.used_at === null ? next : null;
  }

  async #reused(
    tx: UsersDb,
    { user_id, session_id }: RefreshToken,
    caller: Caller,
  ): Promise<Outcome> {
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
