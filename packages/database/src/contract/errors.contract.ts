import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { SQL_STATE, sqlStateOf } from '../query-error.ts';
import type { TableFixture } from './table-fixture.contract.ts';

export function describeErrors(fixture: TableFixture): void {
  const put = (id: number) => fixture.db.insertInto('items').values({ id, name: null }).execute();
  const errorOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    );

  describe('errors', () => {
    test('a unique violation is told by its SQLSTATE and its constraint', async () => {
      await put(1);
      const error = await errorOf(put(1));
      expect(error).toBeInstanceOf(Error);
      expect(sqlStateOf(error)).toBe(SQL_STATE.UNIQUE_VIOLATION);
      expect(error).toMatchObject({ constraint: 'items_pkey', table: 'items' });
    });

    test('a statement that cannot be read is told by its SQLSTATE', async () => {
      const error = await errorOf(sql`selec 1`.execute(fixture.db));
      expect(sqlStateOf(error)).toBe('42601');
    });

    test('a refused query leaves the connection usable', async () => {
      await errorOf(sql`select 1/0`.execute(fixture.db));
      await put(1);
      await fixture.database.ping();
    });

    test('an error that is not PostgreSQL’s has no SQLSTATE', () => {
      expect(sqlStateOf(new Error('x'))).toBeUndefined();
      expect(sqlStateOf(Object.assign(new Error('x'), { code: 'ENOENT' }))).toBeUndefined();
      expect(sqlStateOf(null)).toBeUndefined();
    });
  });
}
