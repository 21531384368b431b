import { sql } from 'kysely';
import { lockDataDir } from '../../src/data-dir-lock.ts';
import { checkDataDir } from '../../src/data-dir-check.ts';
import { openPgliteDatabase } from '../../src/pglite-database.ts';

/** Commits transactions of two rows for as long as it lives, and prints each number once it is committed. */
const dir = process.argv[2] ?? '';
const first = Number(process.argv[3] ?? 0);

await checkDataDir(dir);
lockDataDir(dir);
const database = await openPgliteDatabase(`${dir}/database`);
const db = database.as<{ left_side: { n: number }; right_side: { n: number } }>();
await sql`create table if not exists left_side (n int primary key)`.execute(db);
await sql`create table if not exists right_side (n int primary key)`.execute(db);
process.stdout.write('open\n');

for (let n = first; ; n += 1) {
  await db.transaction().execute(async (trx) => {
    await trx.insertInto('left_side').values({ n }).execute();
    await trx.insertInto('right_side').values({ n }).execute();
  });
  process.stdout.write(`${n}\n`);
}
