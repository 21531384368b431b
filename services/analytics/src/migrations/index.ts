import type { Migration } from 'kysely/migration';
import { dailyMetrics } from './0001-daily-metrics.ts';

/** The service's tables; names sort in the order of application. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-daily-metrics': dailyMetrics,
};
