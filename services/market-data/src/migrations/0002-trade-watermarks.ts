import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How far each product's trades have gone into candles; written in the candles' own transaction. */
export const tradeWatermarks: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      CREATE TABLE trade_watermarks (
        exchange text NOT NULL,
        product text NOT NULL,
        next_trade_id bigint NOT NULL,
        last_time timestamptz NOT NULL,
        final_through timestamptz NOT NULL,
        complete_from timestamptz NOT NULL,
        holes jsonb NOT NULL,
        PRIMARY KEY (exchange, product)
      )`.execute(db);
  },
};
