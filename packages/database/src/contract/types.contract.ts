import { sql } from 'kysely';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TableFixture } from './table-fixture.contract.ts';

export function describeTypes(fixture: TableFixture): void {
  /** The value as PostgreSQL gives it back, having taken it as a parameter. */
  async function roundTrip(value: unknown, type: string): Promise<unknown> {
    const query = sql<{ value: unknown }>`select cast(${value} as ${sql.raw(type)}) as value`;
    return (await query.execute(fixture.database.as<unknown>())).rows[0]?.value;
  }

  describe('types', () => {
    test.each([
      ['numeric', '0.000000000001'],
      ['numeric', '98765432109876543210.123456789012345678'],
      ['numeric', '58123.45000000'],
      ['numeric', '-0.1'],
      ['text', 'naïve ☕ "quoted" \\ back'],
      ['text', ''],
      ['boolean', true],
      ['boolean', false],
      ['integer', -2_147_483_648],
      ['double precision', 0.1],
      ['bigint', 0],
      ['bigint', 1_795_000_000_123],
      ['bigint', Number.MAX_SAFE_INTEGER],
      ['date', '2026-11-20'],
      ['uuid', '3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
      ['interval', '1 day 02:03:04'],
      ['time', '12:34:56'],
    ])('a %s of %j comes back as it went', async (type, value) => {
      expect(await roundTrip(value, type)).toBe(value);
    });

    test.each(['numeric', 'text', 'boolean', 'bigint', 'timestamptz', 'jsonb'])(
      'a %s that is missing is null',
      async (type) => {
        expect(await roundTrip(null, type)).toBeNull();
      },
    );

    test('a bigint beyond exact numbers comes back as a bigint', async () => {
      expect(await roundTrip('9223372036854775807', 'bigint')).toBe(9_223_372_036_854_775_807n);
      expect(await roundTrip(-9_007_199_254_740_993n, 'bigint')).toBe(-9_007_199_254_740_993n);
    });

    test('a count is a number', async () => {
      const { count } = await fixture.db
        .selectFrom('items')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      expect(count).toBe(0);
    });

    test('a moment is kept to the millisecond, in UTC', async () => {
      const moment = new Date('2026-03-29T01:30:00.123Z');
      expect(await roundTrip(moment, 'timestamptz')).toEqual(moment);
      const text = sql<{ t: string }>`select cast(${moment} as timestamptz)::text as t`;
      const { rows } = await text.execute(fixture.database.as<unknown>());
      expect(rows[0]?.t).toBe('2026-03-29 01:30:00.123+00');
    });

    test('a timestamp without a zone is in UTC', async () => {
      const moment = new Date('2026-03-29T01:30:00.123Z');
      expect(await roundTrip(moment, 'timestamp')).toEqual(moment);
    });

    test.each([
      ['numeric[]', '{0.10,-2,NULL}', ['0.10', '-2', null]],
      ['bigint[]', '{1,9223372036854775807}', [1, 9_223_372_036_854_775_807n]],
      ['date[]', '{2026-11-20}', ['2026-11-20']],
      ['text[]', '{a,"b c",NULL}', ['a', 'b c', null]],
      ['integer[]', '{{1,2},{3,4}}', [[1, 2], [3, 4]]], // prettier-ignore
      ['jsonb[]', '{"{\\"a\\": 1}"}', [{ a: 1 }]],
    ])('the parts of a %s of %s come back as one alone does', async (type, text, value) => {
      const query = sql<{ value: unknown }>`select ${sql.lit(text)}::${sql.raw(type)} as value`;
      const { rows } = await query.execute(fixture.database.as<unknown>());
      expect(rows[0]?.value).toEqual(value);
    });

    test('json comes back as a value', async () => {
      const value = { list: [1, 'two', null], nested: { deep: true } };
      expect(await roundTrip(JSON.stringify(value), 'jsonb')).toEqual(value);
      expect(await roundTrip(JSON.stringify([1, 2]), 'jsonb')).toEqual([1, 2]);
    });

    test('an array of text is passed as one parameter', async () => {
      const names = ['bitcoin', 'with "quotes"', 'with, comma', '{brace}'];
      expect(await roundTrip(names, 'text[]')).toEqual(names);
    });

    test('parameters are never part of the statement, whatever is in them', async () => {
      const text = fc.string({ unit: 'grapheme' }).map((s) => s.replaceAll('\0', ''));
      const attack = fc.constantFrom("'; drop table items; --", "' or '1'='1", '$1', '\\', '${x}');
      await fc.assert(
        fc.asyncProperty(fc.oneof(text, attack), async (value) => {
          expect(await roundTrip(value, 'text')).toBe(value);
        }),
        { numRuns: 100 },
      );
      expect(await fixture.db.selectFrom('items').selectAll().execute()).toEqual([]);
    });

    test('a thousand rows are put in or changed with one statement', async () => {
      const upsert = (name: string) =>
        fixture.db
          .insertInto('items')
          .values(Array.from({ length: 1_000 }, (_, id) => ({ id, name: `${name} ${id}` })))
          .onConflict((oc) =>
            oc.column('id').doUpdateSet((eb) => ({ name: eb.ref('excluded.name') })),
          )
          .executeTakeFirst();
      expect((await upsert('first')).numInsertedOrUpdatedRows).toBe(1_000n);
      await upsert('second');
      const rows = await fixture.db.selectFrom('items').selectAll().orderBy('id').execute();
      expect(rows).toHaveLength(1_000);
      expect(rows[999]).toEqual({ id: 999, name: 'second 999' });
    });

    test('an update tells how many rows it changed', async () => {
      await fixture.db
        .insertInto('items')
        .values([
          { id: 1, name: 'a' },
          { id: 2, name: 'b' },
        ])
        .execute();
      const result = await fixture.db.updateTable('items').set({ name: 'c' }).executeTakeFirst();
      expect(result.numUpdatedRows).toBe(2n);
    });
  });
}
