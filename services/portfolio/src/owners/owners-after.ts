import { MAX_ASKED_ACCOUNTS } from '@tidemark/contracts/existing-accounts';
import type { Kysely } from 'kysely';
import type { PortfolioTables } from '../tables.ts';

/** Up to 200 who have something here, behind another, by id. */
export async function ownersAfter(
  db: Kysely<PortfolioTables>,
  userId: string | null,
): Promise<string[]> {
  const rows = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('portfolios')
        .select('user_id')
        .union(eb.selectFrom('watchlists').select('user_id'))
        .as('owners'),
    )
    .select('user_id')
    .$if(userId !== null, (query) => query.where('user_id', '>', userId))
    .orderBy('user_id')
    .limit(MAX_ASKED_ACCOUNTS)
    .execute();
  return rows.map(({ user_id }) => user_id);
}
