import { sql, type DatabaseIntrospector, type Kysely } from 'kysely';

/**
 * The names of one schema's tables, which is all that migrations ask for. Kysely's own introspector would take another
 * schema's history for this one's; it looks at every column there is, and fails when a table is dropped meanwhile.
 */
export function schemaIntrospector(db: Kysely<unknown>, schema: string): DatabaseIntrospector {
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
