import { describe, expect, test } from 'vitest';
import type { TableFixture } from './table-fixture.contract.ts';

export function describeTransactions(fixture: TableFixture): void {
  const put = (id: number, db = fixture.db) =>
    db.insertInto('items').values({ id, name: null }).execute();
  const ids = async () => {
    const rows = await fixture.db.selectFrom('items').select('id').orderBy('id').execute();
    return rows.map(({ id }) => id);
  };

  describe('transactions', () => {
    test('what is committed is there', async () => {
      await fixture.db.transaction().execute(async (trx) => {
        await put(1, trx);
        await put(2, trx);
      });
      expect(await ids()).toEqual([1, 2]);
    });

    test('when one throws, nothing of it is left, and its error is told', async () => {
      const failed = fixture.db.transaction().execute(async (trx) => {
        await put(1, trx);
        throw new Error('changed my mind');
      });
      await expect(failed).rejects.toThrow('changed my mind');
      expect(await ids()).toEqual([]);
    });

    test('one that went on after a refused statement is not taken for committed', async () => {
      const failed = fixture.db.transaction().execute(async (trx) => {
        await put(1, trx);
        await put(1, trx).catch(() => undefined);
      });
      await expect(failed).rejects.toThrow();
      expect(await ids()).toEqual([]);
    });

    test('a query beside a transaction is no part of it', async () => {
      const begun = Promise.withResolvers<undefined>();
      const gate = Promise.withResolvers<undefined>();
      const failed = fixture.db.transaction().execute(async (trx) => {
        await put(1, trx);
        begun.resolve(undefined);
        await gate.promise;
        throw new Error('rolled back');
      });
      await begun.promise;
      const beside = put(2);
      gate.resolve(undefined);
      await expect(failed).rejects.toThrow('rolled back');
      await beside;
      expect(await ids()).toEqual([2]);
    });

    test('of two at once neither sees the half of the other', async () => {
      const sums: number[] = [];
      const move = async (from: number, to: number): Promise<void> => {
        await fixture.db.transaction().execute(async (trx) => {
          await trx.deleteFrom('items').where('id', '=', from).execute();
          await new Promise((resolve) => setImmediate(resolve));
          await put(to, trx);
        });
      };
      const look = async () => sums.push((await ids()).length);
      const all = Array.from({ length: 20 }, (_, i) => i);
      await Promise.all(all.map((id) => put(id)));
      await Promise.all(all.flatMap((id) => [move(id, id + 100), look()]));
      expect(new Set(sums)).toEqual(new Set([20]));
      expect(await ids()).toEqual(all.map((id) => id + 100));
    });

    test('counting up at once loses no step', async () => {
      await fixture.db.insertInto('items').values({ id: 1, name: '0' }).execute();
      const step = () =>
        fixture.db.transaction().execute(async (trx) => {
          const item = await trx
            .selectFrom('items')
            .select('name')
            .where('id', '=', 1)
            .forUpdate()
            .executeTakeFirstOrThrow();
          await trx
            .updateTable('items')
            .set({ name: String(Number(item.name) + 1) })
            .where('id', '=', 1)
            .execute();
        });
      await Promise.all(Array.from({ length: 20 }, step));
      const item = await fixture.db.selectFrom('items').selectAll().executeTakeFirstOrThrow();
      expect(item.name).toBe('20');
    });

    test('an isolation level can be asked for', async () => {
      await fixture.db
        .transaction()
        .setIsolationLevel('serializable')
        .execute((trx) => put(1, trx));
      expect(await ids()).toEqual([1]);
    });
  });
}
