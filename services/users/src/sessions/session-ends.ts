import type { Kysely } from 'kysely';
import type { UsersTables } from '../tables.ts';

/**
 * Ends sessions and API keys. First in the database, in the caller's transaction; once that is committed the caller
 * has the gateways told, by `tell`, so that they let nobody in with them from then on.
 */
export interface SessionEnds {
  /** Ends every session of an account but one; answers whom to tell about. */
  endAll(
    db: Kysely<UsersTables>,
    userId: string,
    except?: string | null,
  ): Promise<EndedCredentials>;
  /** Ends every session of an account and takes its API keys away, for good. */
  endEverything(db: Kysely<UsersTables>, userId: string): Promise<EndedCredentials>;
  /** Ends the sessions, and the account's API keys with them: those are not changed, they stand for nobody while it is gone. */
  endAccount(db: Kysely<UsersTables>, userId: string): Promise<EndedCredentials>;
  /** Ends one session; answers nothing where it had ended, or is not the account's. */
  endOne(db: Kysely<UsersTables>, userId: string, sessionId: string): Promise<EndedCredentials>;
  /** Call after the commit. Never throws: what could not be told expires within seconds. */
  tell(ended: EndedCredentials): Promise<void>;
}

/** Cache keys of credentials that have ended. */
export type EndedCredentials = readonly string[];
