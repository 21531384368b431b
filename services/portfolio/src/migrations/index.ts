import type { Migration } from 'kysely/migration';
import { portfolios } from './0001-portfolios.ts';

/** The service's tables; names sort in the order of application. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-portfolios': portfolios,
};
