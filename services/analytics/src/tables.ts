import type { ColumnType } from 'kysely';

/** JSON that is written as text and read as an object. */
type Json<T> = ColumnType<T, string, string>;

export interface AnalyticsTables {
  daily_metrics: {
    coin_id: string;
    /** UTC midnight. */
    day: Date;
    close: number;
    samples: number;
    metrics: Json<Record<string, number | null>>;
    computed_at: Date;
  };
}
