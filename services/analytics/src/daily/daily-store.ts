import type { DailyMetrics } from '@tidemark/contracts/analytics';
import type { Database } from '@tidemark/database/database';
import type { Kysely } from 'kysely';
import type { AnalyticsTables } from '../tables.ts';

/** A day of a coin as it is stored; `day` is UTC midnight in epoch ms. */
export interface DailyRow {
  coinId: string;
  day: number;
  close: number;
  samples: number;
  metrics: Record<string, number | null>;
}

/** [from, to) in epoch ms; the newest `limit` days of it. */
export interface DailyRange {
  from: number;
  to: number;
  limit: number;
}

/** Stored daily metrics. */
export class DailyStore {
  readonly #db: Kysely<AnalyticsTables>;

  constructor(database: Database) {
    this.#db = database.as<AnalyticsTables>();
  }

  /**
   * Writes days in place of what was there. Rows must be of different days or coins; ten thousand at most, for PostgreSQL
   * takes no more than 65,535 parameters.
   */
  async put(rows: readonly DailyRow[], now: number): Promise<void> {
    const values = rows.map(({ coinId, day, metrics, ...row }) => ({
      ...row,
      coin_id: coinId,
      day: new Date(day),
      metrics: JSON.stringify(metrics),
      computed_at: new Date(now),
    }));
    await this.#db
      .insertInto('daily_metrics')
      .values(values)
      .onConflict((oc) =>
        oc.columns(['coin_id', 'day']).doUpdateSet((eb) => ({
          close: eb.ref('excluded.close'),
          samples: eb.ref('excluded.samples'),
          metrics: eb.ref('excluded.metrics'),
          computed_at: eb.ref('excluded.computed_at'),
        })),
      )
      .execute();
  }

  /** The stored days of a coin, oldest first. */
  async read(coinId: string, { from, to, limit }: DailyRange): Promise<DailyMetrics[]> {
    const rows = await this.#db
      .selectFrom('daily_metrics')
      .selectAll()
      .where('coin_id', '=', coinId)
      .where('day', '>=', new Date(from))
      .where('day', '<', new Date(to))
      .orderBy('day', 'desc')
      .limit(limit)
      .execute();
    return rows.reverse().map((row) => ({
      day: row.day.toISOString().slice(0, 10),
      close: row.close,
      samples: row.samples,
      metrics: row.metrics,
      computed_at: row.computed_at.toISOString(),
    }));
  }
}
