import { sql } from 'kysely';
import type { HeldTransaction } from '../transactions/held-portfolio.ts';
import { keepKeys } from './import-keys.ts';
import type { Batch } from './thread/thread-messages.ts';

/** Rows that were not there when the file was read came meanwhile, by another import: it has to be read again. */
export class ReadTooEarly extends Error {}

/** Puts transactions in, in their order, with the keys of their rows. @throws ReadTooEarly */
export async function insertBatch(
  trx: HeldTransaction,
  place: { portfolioId: string; importId: string },
  { transactions, movements, keys, keyCount }: Batch,
): Promise<void> {
  if ((await keepKeys(trx, place, keys)) !== keyCount) throw new ReadTooEarly();
  await sql`
    insert into transactions (
      id, portfolio_id, time, kind, income_kind, note, price, price_currency,
      import_id, import_file, source_lines, source_reference
    )
    select id, ${place.portfolioId}::uuid, time, kind, income_kind, note, price, price_currency,
      ${place.importId}::uuid, file, lines, reference
    from json_to_recordset(${transactions}::text::json) as given (
      n integer, id uuid, time timestamptz, kind text, income_kind text, note text, price numeric,
      price_currency text, file smallint, lines jsonb, reference text
    )
    order by n`.execute(trx);
  await sql`
    insert into movements (transaction_id, n, asset, amount, role, wallet)
    select t, n, asset, amount, role, wallet
    from json_to_recordset(${movements}::text::json) as given (
      t uuid, n integer, asset text, amount numeric, role text, wallet text
    )`.execute(trx);
}
