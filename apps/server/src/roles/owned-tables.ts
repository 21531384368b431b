import { historyTable } from '@tidemark/database/migrate';

/** The services that keep something in the database. */
export const STORING = ['market-data', 'users', 'analytics'] as const;
export type Storing = (typeof STORING)[number];

const TABLES: Readonly<Record<Storing, readonly string[]>> = {
  'market-data': [
    ...['candles', 'trade_watermarks', 'candle_gaps', 'prices', 'history_progress'],
    'partition_owners',
  ],
  users: [
    ...['users', 'sessions', 'refresh_tokens', 'api_keys', 'two_factor', 'recovery_codes'],
    ...['password_resets', 'login_delays', 'security_events', 'signing_keys'],
  ],
  analytics: ['daily_metrics'],
};

/** The tables that a service makes, and those in which its migrations keep their history. */
export function tablesOf(service: Storing): string[] {
  const history = historyTable(service);
  return [...TABLES[service], history, `${history}_lock`];
}
