import type { Migration } from 'kysely/migration';
import { news } from './0001-news.ts';

/** The service's tables; names sort in the order of application. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-news': news,
};
