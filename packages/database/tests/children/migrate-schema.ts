import { sql, type Kysely } from 'kysely';
import { PostgresDatabase } from '../../src/postgres-database.ts';

/** Migrates an owner's table once it is told to, and prints what it had to apply. */
const [url = '', schema = '', owner = ''] = process.argv.slice(2);
const database = new PostgresDatabase({ url, schema });
const applied: string[] = [];

const step = (name: string) => ({
  up: async (db: Kysely<unknown>) => {
    applied.push(name);
    await sql`create table ${sql.id(`${owner}_${name}`)} (n int)`.execute(db);
    await sql`select pg_sleep(0.1)`.execute(db);
  },
});

process.stdout.write('ready\n');
const startsAt = Number(process.argv[5]);
await new Promise((resolve) => setTimeout(resolve, startsAt - Date.now()));
await database.migrate(owner, { '0001-first': step('first'), '0002-second': step('second') });
await database.close();
process.stdout.write(`applied ${applied.join()}\n`);
