import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { beforeEach, describe, expect, test } from 'vitest';
import type { TableFixture } from './table-fixture.contract.ts';

export function describeMigrations(fixture: TableFixture): void {
  describe('migrations', () => {
    let owner: string;
    let table: string;
    let applied: string[];
    beforeEach(() => {
      owner = `owner-${fixture.id}`;
      table = `made_by_${fixture.id}`;
      applied = [];
    });

    const step = (name: string, change: (db: Kysely<unknown>) => Promise<unknown>): Migration => ({
      up: async (db: Kysely<unknown>) => {
        applied.push(name);
        await change(db);
      },
    });
    const create = () =>
      step('create', (db) => sql`create table ${sql.table(table)} (a int)`.execute(db));
    const extend = () =>
      step('extend', (db) => sql`alter table ${sql.table(table)} add b int`.execute(db));
    const columns = async (): Promise<string[]> => {
      const query = sql<{ name: string }>`select column_name as name
        from information_schema.columns where table_name = ${table} order by ordinal_position`;
      return (await query.execute(fixture.database.as<unknown>())).rows.map(({ name }) => name);
    };

    test('are applied in the order of their names', async () => {
      await fixture.database.migrate(owner, { '0002-extend': extend(), '0001-create': create() });
      expect(applied).toEqual(['create', 'extend']);
      expect(await columns()).toEqual(['a', 'b']);
    });

    test('are applied once', async () => {
      await fixture.database.migrate(owner, { '0001-create': create() });
      await fixture.database.migrate(owner, { '0001-create': create(), '0002-extend': extend() });
      await fixture.database.migrate(owner, { '0001-create': create(), '0002-extend': extend() });
      expect(applied).toEqual(['create', 'extend']);
    });

    test('are applied once, whoever comes first', async () => {
      const all = { '0001-create': create(), '0002-extend': extend() };
      await Promise.all([1, 2, 3].map(() => fixture.database.migrate(owner, all)));
      expect(applied).toEqual(['create', 'extend']);
    });

    test('leave nothing behind when one fails, and name it', async () => {
      const broken = step('broken', (db) => sql`select 1/0`.execute(db));
      const failed = fixture.database.migrate(owner, {
        '0001-create': create(),
        '0002-broken': broken,
      });
      await expect(failed).rejects.toThrow(/0002-broken of owner-.*division by zero/);
      expect(await columns()).toEqual([]);
      await fixture.database.migrate(owner, { '0001-create': create(), '0002-extend': extend() });
      expect(await columns()).toEqual(['a', 'b']);
    });

    test('of two owners do not meet, even with the same names', async () => {
      const other = step('other', (db) =>
        sql`create table ${sql.table(`${table}_2`)} (a int)`.execute(db),
      );
      await Promise.all([
        fixture.database.migrate(owner, { '0001-create': create() }),
        fixture.database.migrate(`${owner}-2`, { '0001-create': other }),
      ]);
      expect([...applied].sort()).toEqual(['create', 'other']);
    });
  });
}
