import { describeDatabase } from '../src/database.contract.ts';
import { PostgresDatabase } from '../src/postgres-database.ts';

const url = process.env['DATABASE_URL'] ?? '';

describeDatabase(
  'PostgreSQL server',
  async () => new PostgresDatabase({ url, schema: 'contract' }),
);
