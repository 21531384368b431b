import type { Clock } from '@tidemark/clock/clock';
import type { Kysely } from 'kysely';
import { findAccount, type Account } from '../account/account.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Caller } from '../audit/caller.ts';
import type { UsersTables } from '../tables.ts';
import { digestOfRefreshToken, makeSalt, type RefreshTokens } from '../tokens/refresh-token.ts';
import {
  holdStanding,
  isUnused,
  presented,
  prolong,
  spend,
  type Presented,
  type Standing,
} from './refresh-family.ts';
import { isSameClient } from './same-client.ts';
import type { EndedCredentials, SessionEnds } from './session-ends.ts';
import { addRefreshToken, expiryOf, type Grant } from './sessions.ts';

/** For so long after its use a token gives its client the same successor again, ms: the answer may have been lost. */
export const REFRESH_GRACE_MS = 30_000;

interface RefreshingParts {
  db: Kysely<UsersTables>;
  clock: Clock;
  audit: AuditLog;
  sessionEnds: SessionEnds;
  refreshTokens: RefreshTokens;
}

export interface Refreshed {
  account: Account;
  grant: Grant;
}

interface Outcome {
  refreshed: Refreshed | null;
  ended: EndedCredentials;
}

/** A refresh, as it is asked for. */
interface Asked {
  token: string;
  caller: Caller;
  now: Date;
}

const REFUSED: Outcome = { refreshed: null, ended: [] };

/**
 * Exchanges refresh tokens: each is good once. One that comes again ends its session, unless it is asked for by the same
 * client within the grace, and its successor was not used yet: then the answer may have been lost, and is given again.
 * ADR 0015.
 */
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
    const { db, clock, sessionEnds } = this.#parts;
    const asked = { token, caller, now: new Date(clock.now()) };
    const { refreshed, ended } = await db.transaction().execute((tx) => this.#exchange(tx, asked));
    await sessionEnds.tell(ended);
    return refreshed;
  }

  async #exchange(tx: Kysely<UsersTables>, asked: Asked): Promise<Outcome> {
    const hash = digestOfRefreshToken(asked.token);
    const owner = await presented(tx, hash);
    const session = owner && (await holdStanding(tx, owner.session_id, asked.now));
    if (!session) return REFUSED;
    const account = await findAccount(tx, owner.user_id);
    if (!account?.is_active) return REFUSED;
    // Read anew: whoever had the session before may have used the token meanwhile.
    const token = await presented(tx, hash);
    if (!token) return REFUSED;
    const refreshToken =
      token.used_at === null
        ? await this.#next(tx, session, token, asked)
        : await this.#again(tx, session, token, asked);
    if (refreshToken === null) return this.#reused(tx, token, asked.caller);
    const grant: Grant = { sessionId: token.session_id, refreshToken };
    return { refreshed: { account, grant }, ended: [] };
  }

  async #next(
    tx: Kysely<UsersTables>,
    session: Standing,
    { hash, session_id }: Presented,
    { token, caller, now }: Asked,
  ): Promise<string> {
    const salt = makeSalt();
    const next = this.#parts.refreshTokens.after(token, salt);
    await spend(tx, hash, salt, now);
    await prolong(tx, session_id, caller, expiryOf(session.created_at, now), now);
    await addRefreshToken(tx, session_id, next, now);
    return next;
  }

  /** The successor that a used token was given; null where it may not be told again. */
  async #again(
    tx: Kysely<UsersTables>,
    { address, user_agent: userAgent }: Standing,
    { session_id, used_at, next_salt }: Presented,
    { token, caller, now }: Asked,
  ): Promise<string | null> {
    if (used_at === null || next_salt === null) return null;
    if (now.getTime() - used_at.getTime() >= REFRESH_GRACE_MS) return null;
    // The session's traits are those of its last refresh; where that is not this one, the successor was used.
    if (!isSameClient({ address, userAgent }, caller)) return null;
    const next = this.#parts.refreshTokens.after(token, next_salt);
    return (await isUnused(tx, session_id, digestOfRefreshToken(next))) ? next : null;
  }

  async #reused(
    tx: Kysely<UsersTables>,
    { user_id, session_id }: Presented,
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
