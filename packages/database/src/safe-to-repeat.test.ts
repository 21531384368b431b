import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely';
import { describe, expect, test } from 'vitest';
import { isSafeToRepeat } from './safe-to-repeat.ts';

interface Tables {
  items: { id: number; name: string | null; at: Date };
}

const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (kysely) => new PostgresIntrospector(kysely),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
const items = db.selectFrom('items').selectAll();

describe('a statement is repeated when it', () => {
  test.each([
    ['selects', items],
    [
      'has conditions, an order and a limit',
      items.where('id', '>', 1).orderBy('at', 'desc').limit(3),
    ],
    [
      'takes values of any kind',
      items.where('at', 'in', [new Date(0)]).where('name', '=', 'Insert'),
    ],
    [
      'groups',
      db
        .selectFrom('items')
        .select((eb) => eb.fn.max('id').as('id'))
        .groupBy('name'),
    ],
    ['is distinct', items.distinctOn('name')],
    [
      'reads in its with',
      db
        .with('a', () => items)
        .selectFrom('a')
        .selectAll(),
    ],
  ])('%s', (_, query) => {
    expect(isSafeToRepeat(query.toOperationNode())).toBe(true);
  });
});

describe('a statement is not repeated when it', () => {
  const insert = db.insertInto('items').values({ id: 1, name: null, at: new Date(0) });
  test.each([
    ['inserts', insert],
    ['updates', db.updateTable('items').set({ name: 'x' })],
    ['deletes', db.deleteFrom('items')],
    ['locks what it reads', items.forUpdate()],
    [
      'writes in its with',
      db
        .with('a', () => insert.returningAll())
        .selectFrom('a')
        .selectAll(),
    ],
    ['calls a function', db.selectNoFrom((eb) => eb.fn('nextval', [eb.val('s')]).as('n'))],
    ['has SQL text in it', db.selectNoFrom(sql`pg_notify('a', 'b')`.as('n'))],
  ])('%s', (_, query) => {
    expect(isSafeToRepeat(query.toOperationNode())).toBe(false);
  });

  test('is SQL text', () => {
    expect(isSafeToRepeat(sql`select 1`.compile(db).query)).toBe(false);
  });
});
