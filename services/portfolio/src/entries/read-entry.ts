import type { TransactionRequest } from '@tidemark/contracts/portfolio-transaction';
import { Amount, writeAmount } from '@tidemark/ledger/amount';
import type { LedgerTransaction } from '@tidemark/ledger/transaction';
import { formFaults } from './entry-form.ts';
import { movementsOf } from './entry-movements.ts';
import { valueFaults } from './entry-values.ts';
import { refusedFields } from '@tidemark/service/refused-fields';

/**
 * The transaction that a person wrote down.
 * @param now epoch ms
 * @throws TidemarkError INVALID_REQUEST naming every field that does not fit
 */
export function readEntry(entry: TransactionRequest, now: number): LedgerTransaction {
  const faults = [...formFaults(entry), ...valueFaults(entry, now)];
  if (faults.length > 0) throw refusedFields(faults);
  const { kind, income_kind: income, price, currency } = entry;
  const note = entry.note?.trim() ?? '';
  return {
    time: Date.parse(entry.time),
    kind,
    movements: movementsOf(entry),
    ...(income !== undefined && { income }),
    ...(price !== undefined &&
      currency !== undefined && {
        price: { amount: writeAmount(new Amount(price)), currency },
      }),
    ...(note !== '' && { note }),
  };
}
