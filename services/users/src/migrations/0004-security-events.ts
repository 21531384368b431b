import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The audit log. It refers to accounts without a foreign key: it outlives them. */
export const securityEvents: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      CREATE TABLE security_events (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        event text NOT NULL,
        at timestamptz NOT NULL,
        user_id uuid,
        actor_id uuid,
        address text NOT NULL,
        user_agent text,
        details jsonb NOT NULL
      )`.execute(db);
    await sql`CREATE INDEX security_events_by_user ON security_events (user_id, id)`.execute(db);
    await sql`CREATE INDEX security_events_by_time ON security_events (at)`.execute(db);
  },
};
