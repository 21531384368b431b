import type { Migration } from 'kysely/migration';
import { portfolios } from './0001-portfolios.ts';
import { imports } from './0002-imports.ts';
import { valuation } from './0003-valuation.ts';
import { targets } from './0004-targets.ts';
import { watchlists } from './0005-watchlists.ts';
import { absentOwners } from './0006-absent-owners.ts';

/** The service's tables; names sort in the order of application. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-portfolios': portfolios,
  '0002-imports': imports,
  '0003-valuation': valuation,
  '0004-targets': targets,
  '0005-watchlists': watchlists,
  '0006-absent-owners': absentOwners,
};
