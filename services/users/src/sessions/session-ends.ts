import {
  apiKeyKey,
  ENDED_KEPT_MS,
  ENDED_VERSION,
  sessionKey,
  type Holder,
} from '@tidemark/contracts/credential';
import type { UsersBasis } from '../context.ts';
import type { UsersDb } from '../tables.ts';

/** When a cache that is away is told again, ms; past it the gateways' answers have expired. */
const AGAIN_AFTER_MS = [250, 750, 2_000, 4_000, 8_000];
const NOBODY: { holder: Holder | null } = { holder: null };

/** Cache keys of credentials that have ended. */
export type EndedCredentials = readonly string[];

type Parts = Pick<UsersBasis, 'cache' | 'clock' | 'logger' | 'stopping'>;

/**
 * Ends sessions and API keys. First in the database, in the caller's transaction; once that is committed the caller
 * has the gateways told, by `tell`, so that they let nobody in with them from then on. ADR 0011.
 */
export class SessionEnds {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Ends every session of an account but one; answers whom to tell about. */
  async endAll(
    db: UsersDb,
    userId: string,
    except: string | null = null,
  ): Promise<EndedCredentials> {
    // Held in one order, so that two who end them at once do not wait for each other.
    const standing = await db
      .selectFrom('sessions')
      .select('id')
      .where('user_id', '=', userId)
      .where('ended_at', 'is', null)
      .orderBy('id')
      .forUpdate()
      .execute();
    const ids = standing.map(({ id }) => id).filter((id) => id !== except);
    return this.#end(db, userId, ids);
  }

  /** Ends every session of an account and takes its API keys away, for good. */
  async endEverything(db: UsersDb, userId: string): Promise<EndedCredentials> {
    const ended = await this.endAccount(db, userId);
    await db.deleteFrom('api_keys').where('user_id', '=', userId).execute();
    return ended;
  }

  /** Ends the sessions, and the account's API keys with them: those are not changed, they stand for nobody while it is gone. */
  async endAccount(db: UsersDb, userId: string): Promise<EndedCredentials> {
    const sessions = await this.endAll(db, userId);
    const keys = await db
      .selectFrom('api_keys')
      .select('hash')
      .where('user_id', '=', userId)
      .execute();
    return [...sessions, ...keys.map(({ hash }) => apiKeyKey(hash))];
  }

  /** Ends one session; answers nothing where it had ended, or is not the account's. */
  endOne(db: UsersDb, userId: string, sessionId: string): Promise<EndedCredentials> {
    return this.#end(db, userId, [sessionId]);
  }

  /** Call after the commit. Never throws: what could not be told expires within seconds. */
  async tell(ended: EndedCredentials): Promise<void> {
    const untold = await this.#write(ended);
    if (untold.length > 0) void this.#tellAgain(untold).catch(() => undefined);
  }

  async #end(db: UsersDb, userId: string, ids: readonly string[]): Promise<EndedCredentials> {
    if (ids.length === 0) return [];
    const ended = await db
      .updateTable('sessions')
      .set({ ended_at: new Date(this.#parts.clock.now()) })
      .where('id', 'in', ids)
      .where('user_id', '=', userId)
      .where('ended_at', 'is', null)
      .returning('id')
      .execute();
    return ended.map(({ id }) => sessionKey(id));
  }

  /** @throws the reason of the stop */
  async #tellAgain(ended: EndedCredentials): Promise<void> {
    const { clock, logger, stopping } = this.#parts;
    let untold = ended;
    for (const ms of AGAIN_AFTER_MS) {
      await clock.sleep(ms, stopping);
      untold = await this.#write(untold);
      if (untold.length === 0) return;
    }
    logger.warn({ untold: untold.length }, 'the cache is away; gateways learn of ends by asking');
  }

  /** Answers those that the cache did not take. */
  async #write(ended: EndedCredentials): Promise<EndedCredentials> {
    const taken = await Promise.all(ended.map((key) => this.#writeOne(key)));
    return ended.filter((_, i) => !taken[i]);
  }

  /** A cache that is away says "not newer" too; only reading tells the two apart. */
  async #writeOne(key: string): Promise<boolean> {
    const { cache, logger } = this.#parts;
    try {
      if (await cache.setIfNewer(key, NOBODY, ENDED_VERSION, ENDED_KEPT_MS)) return true;
      return (await cache.get<typeof NOBODY>(key))?.holder === null;
    } catch (error) {
      logger.warn({ err: error }, 'the end of a session could not be told');
      return false;
    }
  }
}
