import { sql, type Kysely } from 'kysely';
import { beforeEach } from 'vitest';
import type { Database } from '../database.ts';

export interface Item {
  id: number;
  name: string | null;
}

export interface Tables {
  items: Item;
}

/** A database, and an empty table `items` in a schema of its own for each test. */
export interface TableFixture {
  readonly database: Database;
  readonly db: Kysely<Tables>;
  /** A name that no other test uses. */
  readonly id: string;
}

let runs = 0;

export function useTables(database: () => Database): TableFixture {
  let id = '';
  beforeEach(async () => {
    id = `t${Date.now()}_${++runs}`;
    const db = database().as<unknown>();
    await sql`create schema ${sql.id(id)}`.execute(db);
    await sql`create table ${sql.id(id, 'items')} (id int primary key, name text)`.execute(db);
  });
  return {
    get database() {
      return database();
    },
    get db() {
      return database().as<Tables>().withSchema(id);
    },
    get id() {
      return id;
    },
  };
}
