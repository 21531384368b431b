import type { Caller } from '../audit/caller.ts';
import type { UsersBasis } from '../context.ts';
import type { SessionEnds } from './session-ends.ts';
import { findRefreshToken } from './sessions.ts';

type Parts = Pick<UsersBasis, 'db' | 'clock' | 'audit'> & {
  sessionEnds: SessionEnds;
};

interface Leaving {
  userId: string;
  sessionId: string;
  event: 'logged_out' | 'session_revoked';
}

/** Ends sessions that their owners end. */
export class SigningOut {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Ends the session that any of its refresh tokens, old ones too, names; nothing where there is none. */
  async byRefreshToken(token: string, caller: Caller): Promise<void> {
    const owner = await this.ownerOf(token);
    if (!owner) return;
    const { sessionId, userId } = owner;
    const actor = { ...caller, userId, sessionId };
    await this.end({ userId, sessionId, event: 'logged_out' }, actor);
  }

  /** Whose session any of its refresh tokens names, old ones too; null: nobody's. */
  async ownerOf(token: string): Promise<{ userId: string; sessionId: string } | null> {
    const owner = await findRefreshToken(this.#parts.db, token);
    return owner ? { userId: owner.user_id, sessionId: owner.session_id } : null;
  }

  /** Ends a session of an account; answers whether there was one to end. */
  async end({ userId, sessionId, event }: Leaving, caller: Caller): Promise<boolean> {
    const { db, audit, sessionEnds } = this.#parts;
    const ended = await db.transaction().execute(async (tx) => {
      const keys = await sessionEnds.endOne(tx, userId, sessionId);
      if (keys.length === 0) return keys;
      const details = { session_id: sessionId };
      await audit.record(tx, caller, { event, userId, details });
      return keys;
    });
    await sessionEnds.tell(ended);
    return ended.length > 0;
  }

  /** Ends every session of an account; answers how many there were. */
  async everywhere(userId: string, caller: Caller): Promise<number> {
    const { db, audit, sessionEnds } = this.#parts;
    const ended = await db.transaction().execute(async (tx) => {
      const keys = await sessionEnds.endAll(tx, userId);
      const details = { sessions: String(keys.length) };
      await audit.record(tx, caller, { event: 'logged_out_everywhere', userId, details });
      return keys;
    });
    await sessionEnds.tell(ended);
    return ended.length;
  }
}
