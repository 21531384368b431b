import { sql } from 'kysely';
import { openPgliteDatabase } from '../../src/pglite-database.ts';

/** Writes until the disk is full, then prints what `failed` says. */
const database = await openPgliteDatabase(process.argv[2] ?? '');
const db = database.as<unknown>();
await sql`create table filler (n int, text text)`.execute(db);
void database.failed.then((error) => {
  process.stdout.write(`${error.name}: ${error.message}\n`);
  process.exit(3);
});
for (;;) {
  await sql`insert into filler select n, repeat(md5(n::text), 50) from generate_series(1, 1000) n`
    .execute(db)
    .catch(() => undefined);
}
