import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A PostgreSQL database, in-process or a server; queries go through Kysely. */
export interface Database {
  /** Typed view of the database for a service's own tables. */
  as<Tables>(): Kysely<Tables>;
  /**
   * Brings the tables of `owner` up to date, under a lock, whoever comes first. Names sort in the order of
   * application; each owner has its own migration history.
   * @throws when a migration fails; nothing of it is left behind
   */
  migrate(owner: string, migrations: Readonly<Record<string, Migration>>): Promise<void>;
  /** Rejects when the engine does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** What the database needs of a logger; pino's fits. */
export interface DatabaseLogger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export const silentLogger: DatabaseLogger = { debug: () => {}, info: () => {}, warn: () => {} };
