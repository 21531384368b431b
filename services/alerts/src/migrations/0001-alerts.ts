import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Alerts, how far each has come for each coin, what fired, and what of it is to be sent. A firing and what it changes
 * are written in one transaction, under the epoch of who owns the coin.
 */
export const alerts: Migration = {
  async up(db: Kysely<unknown>) {
    await alertTable(db);
    await stateTables(db);
    await firingTables(db);
    await channelTables(db);
    await deliveryTables(db);
  },
};

async function alertTable(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE alerts (
      id uuid PRIMARY KEY,
      user_id uuid NOT NULL,
      name text,
      coins jsonb,
      condition jsonb NOT NULL,
      recurring boolean NOT NULL,
      hysteresis_pct double precision NOT NULL,
      cooldown_s integer NOT NULL,
      on_degraded boolean NOT NULL,
      expires_at timestamptz,
      muted_until timestamptz,
      schedule jsonb,
      channels jsonb NOT NULL,
      is_on boolean NOT NULL,
      note text,
      created_at timestamptz NOT NULL,
      since timestamptz NOT NULL,
      generation integer NOT NULL DEFAULT 1,
      version integer NOT NULL DEFAULT 1,
      changed_at timestamptz NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX alerts_by_user ON alerts (user_id, created_at)`.execute(db);
}

async function stateTables(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE alert_states (
      alert_id uuid NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
      coin_id text NOT NULL,
      generation integer NOT NULL,
      phase text NOT NULL,
      held_since timestamptz,
      fired_at timestamptz,
      fired integer NOT NULL,
      PRIMARY KEY (alert_id, coin_id)
    )`.execute(db);
  await sql`
    CREATE TABLE alert_coins (
      coin_id text PRIMARY KEY,
      epoch bigint NOT NULL,
      seen_at timestamptz
    )`.execute(db);
  await sql`
    CREATE TABLE alert_lookbacks (
      id uuid PRIMARY KEY,
      coin_id text NOT NULL,
      from_at timestamptz NOT NULL,
      to_at timestamptz NOT NULL,
      states jsonb NOT NULL
    )`.execute(db);
}

async function firingTables(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE alert_firings (
      id uuid PRIMARY KEY,
      alert_id uuid NOT NULL,
      user_id uuid NOT NULL,
      coin_id text NOT NULL,
      generation integer NOT NULL,
      number integer NOT NULL,
      at timestamptz NOT NULL,
      told_at timestamptz NOT NULL,
      body jsonb NOT NULL,
      seen boolean NOT NULL DEFAULT false,
      announced boolean NOT NULL DEFAULT false,
      UNIQUE (alert_id, coin_id, generation, number)
    )`.execute(db);
  await sql`
    CREATE INDEX alert_firings_by_user ON alert_firings (user_id, told_at DESC, id)`.execute(db);
  await sql`
    CREATE INDEX alert_firings_unannounced ON alert_firings (told_at) WHERE NOT announced`.execute(
    db,
  );
}

async function channelTables(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE alert_channels (
      id uuid PRIMARY KEY,
      user_id uuid NOT NULL,
      kind text NOT NULL,
      name text NOT NULL,
      sealed text NOT NULL,
      created_at timestamptz NOT NULL,
      gone_at timestamptz
    )`.execute(db);
  await sql`CREATE INDEX alert_channels_by_user ON alert_channels (user_id)`.execute(db);
}

async function deliveryTables(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE alert_deliveries (
      id uuid PRIMARY KEY,
      firing_id uuid REFERENCES alert_firings (id) ON DELETE CASCADE,
      channel_id uuid NOT NULL REFERENCES alert_channels (id) ON DELETE CASCADE,
      user_id uuid NOT NULL,
      state text NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      next_at timestamptz NOT NULL,
      leased_by text,
      leased_until timestamptz,
      created_at timestamptz NOT NULL,
      ended_at timestamptz,
      answer text,
      UNIQUE (firing_id, channel_id)
    )`.execute(db);
  await sql`
    CREATE INDEX alert_deliveries_due ON alert_deliveries (next_at) WHERE state = 'waiting'`.execute(
    db,
  );
  await sql`
    CREATE INDEX alert_deliveries_by_user ON alert_deliveries (user_id, created_at DESC, id)`.execute(
    db,
  );
  await sql`
    CREATE INDEX alert_deliveries_by_channel ON alert_deliveries (channel_id, created_at)`.execute(
    db,
  );
  await sql`
    CREATE TABLE alert_attempts (
      id uuid PRIMARY KEY,
      delivery_id uuid NOT NULL REFERENCES alert_deliveries (id) ON DELETE CASCADE,
      at timestamptz NOT NULL,
      ok boolean NOT NULL,
      answer text NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX alert_attempts_by_delivery ON alert_attempts (delivery_id, at)`.execute(
    db,
  );
  await sql`CREATE TABLE alert_keys (name text PRIMARY KEY, sealed text NOT NULL)`.execute(db);
  await sql`
    CREATE TABLE alert_mails (
      id uuid PRIMARY KEY,
      user_id uuid NOT NULL,
      at timestamptz NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX alert_mails_by_user ON alert_mails (user_id, at)`.execute(db);
}
