import { afterAll, beforeAll, describe } from 'vitest';
import { useTables } from './contract/table-fixture.contract.ts';
import { describeErrors } from './contract/errors.contract.ts';
import { describeMigrations } from './contract/migrations.contract.ts';
import { describeTransactions } from './contract/transactions.contract.ts';
import { describeTypes } from './contract/types.contract.ts';
import type { Database } from './database.ts';

/** What every database does. It is opened once; each test has tables of its own. */
export function describeDatabase(name: string, open: () => Promise<Database>): void {
  describe(name, () => {
    let database: Database;
    beforeAll(async () => {
      database = await open();
    }, 60_000);
    afterAll(() => database.close());

    const fixture = useTables(() => database);
    describeTypes(fixture);
    describeTransactions(fixture);
    describeErrors(fixture);
    describeMigrations(fixture);
  });
}
