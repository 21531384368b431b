import {
  PostgresAdapter,
  PostgresDriver,
  PostgresQueryCompiler,
  type Dialect,
  type Kysely,
  type PostgresPool,
  sql,
  type DatabaseIntrospector,
} from 'kysely';
import { RepeatingDriver } from './repeating-driver.ts';

/** Kysely's PostgreSQL over a pool and in one schema, with reads that are repeated when their connection broke. */
export function postgresServerDialect(pool: PostgresPool, schema: string): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new RepeatingDriver(new PostgresDriver({ pool })),
    createIntrospector: (db: Kysely<unknown>) => schemaIntrospector(db, schema),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/**
 * The names of one schema's tables, which is all that migrations ask for. Kysely's own introspector would take another
 * schema's history for this one's; it looks at every column there is, and fails when a table is dropped meanwhile.
 */
function schemaIntrospector(db: Kysely<unknown>, schema: string): DatabaseIntrospector {
  return {
    getSchemas: async () => [{ name: schema }],
    getTables: async () => {
      const query = sql<{ name: string }>`
        select tablename as name from pg_catalog.pg_tables where schemaname = ${schema}`;
      const { rows } = await query.execute(db);
      return rows.map(({ name }) => ({
        name,
        schema,
        isView: false,
        isForeign: false,
        columns: [],
      }));
    },
  };
}
