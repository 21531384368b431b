import type { Migration } from 'kysely/migration';
import { alerts } from './0001-alerts.ts';
import { absentOwners } from './0002-absent-owners.ts';

/** In the order in which they were made. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-alerts': alerts,
  '0002-absent-owners': absentOwners,
};
