import { randomUUID } from 'node:crypto';
import { engineControl } from '@tidemark/testkit/distributed/engine-control';
import { sql, type Kysely } from 'kysely';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { PostgresDatabase, type PostgresDatabaseOptions } from '../src/postgres-database.ts';

/** Address of the server under test; undefined where there is none. */
export const serverUrl = process.env['DATABASE_URL'];

const infra = process.env['TIDEMARK_INFRA'];
/** Ends and starts the server; undefined where it is not ours to end. */
export const serverControl = infra === undefined ? undefined : engineControl(infra);

if (serverUrl === undefined) {
  process.stderr.write('skipped: no DATABASE_URL; dev/with-infra.sh <command> starts PostgreSQL\n');
}

export interface TestServer {
  /** Address of a database of this test file's own, gone when the file is done. */
  readonly url: string;
  /** Opens it, in a schema of its own unless one is given; closed when the test is over. */
  open(options?: Partial<PostgresDatabaseOptions>): PostgresDatabase;
}

let schemas = 0;

export function useServer(): TestServer {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(serverUrl ?? 'postgresql://missing');
  url.pathname = `/${name}`;
  const opened: PostgresDatabase[] = [];
  beforeAll(() => asAdmin((db) => sql`create database ${sql.id(name)}`.execute(db)), 60_000);
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((database) => database.close()));
  }, 60_000);
  afterAll(() => asAdmin((db) => sql`drop database ${sql.id(name)} with (force)`.execute(db)));
  return {
    url: url.href,
    open: (options = {}) => {
      const schema = `schema_${(schemas += 1)}`;
      const database = new PostgresDatabase({ url: url.href, schema, ...options });
      opened.push(database);
      return database;
    },
  };
}

async function asAdmin(work: (db: Kysely<unknown>) => Promise<unknown>): Promise<void> {
  const admin = new PostgresDatabase({ url: serverUrl ?? '', schema: 'public' });
  await work(admin.as());
  await admin.close();
}

export interface Tables {
  items: { id: number; name: string | null };
}

/** The table `items`, empty, in the database's own schema. */
export async function withItems(database: PostgresDatabase): Promise<Kysely<Tables>> {
  await sql`create table items (id int primary key, name text)`.execute(database.as());
  return database.as<Tables>();
}

/** The error that some work ends with. */
export async function errorOf(work: Promise<unknown>): Promise<Error> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof Error) return outcome;
  throw new Error('it was done without an error');
}

/** Milliseconds that some work takes, however it ends. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work().catch(() => undefined);
  return performance.now() - from;
}
