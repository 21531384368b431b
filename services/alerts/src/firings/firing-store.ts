import type { AlertFiring } from '@tidemark/contracts/alert';
import { pageOf, readCursor, type Page } from '@tidemark/service/page-cursor';
import { sql, type Kysely } from 'kysely';
import Type from 'typebox';
import type { AlertTables } from '../tables.ts';
import { toFiring } from './firing.ts';

/** Time and id of the last firing of a page. */
const Place = Type.Tuple([Type.Integer(), Type.String({ format: 'uuid' })]);

/** What fired for an account. */
export class FiringStore {
  readonly #db: Kysely<AlertTables>;

  constructor(db: Kysely<AlertTables>) {
    this.#db = db;
  }

  /** The newest first. @throws TidemarkError INVALID_REQUEST for a cursor that is none */
  async page(
    userId: string,
    asked: { alert_id?: string | undefined; limit: number; cursor?: string | undefined },
  ): Promise<Page<AlertFiring>> {
    let query = this.#db
      .selectFrom('alert_firings')
      .selectAll()
      .where('user_id', '=', userId)
      .orderBy('told_at', 'desc')
      .orderBy('id', 'desc')
      .limit(asked.limit + 1);
    if (asked.alert_id !== undefined) query = query.where('alert_id', '=', asked.alert_id);
    if (asked.cursor !== undefined) {
      const [at, id] = readCursor(asked.cursor, Place);
      query = query.where(sql<boolean>`(told_at, id) < (${new Date(at)}, ${id}::uuid)`);
    }
    const rows = await query.execute();
    return pageOf(rows, asked.limit, ({ told_at, id }) => [told_at.getTime(), id], toFiring);
  }

  async unseen(userId: string): Promise<{ unseen: number; latest: number | null }> {
    const { unseen, latest } = await this.#db
      .selectFrom('alert_firings')
      .select((eb) => [
        eb.fn.countAll<string>().filterWhere('seen', '=', false).as('unseen'),
        eb.fn.max('told_at').as('latest'),
      ])
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow();
    return { unseen: Number(unseen), latest: (latest as Date | null)?.getTime() ?? null };
  }

  /** @param through epoch ms: what was told up to then */
  async see(userId: string, through: number): Promise<void> {
    await this.#db
      .updateTable('alert_firings')
      .set({ seen: true })
      .where('user_id', '=', userId)
      .where('seen', '=', false)
      .where('told_at', '<=', new Date(through))
      .execute();
  }
}
