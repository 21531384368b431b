import {
  PostgresAdapter,
  PostgresDriver,
  PostgresQueryCompiler,
  type Dialect,
  type Kysely,
  type PostgresPool,
} from 'kysely';
import { RepeatingDriver } from './repeating-driver.ts';
import { schemaIntrospector } from './schema-introspector.ts';

/** Kysely's PostgreSQL over a pool and in one schema, with reads that are repeated when their connection broke. */
export function postgresServerDialect(pool: PostgresPool, schema: string): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new RepeatingDriver(new PostgresDriver({ pool })),
    createIntrospector: (db: Kysely<unknown>) => schemaIntrospector(db, schema),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}
