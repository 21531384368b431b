import type { LedgerTransaction } from '@tidemark/ledger/transaction';

/** A transaction with its id. */
export interface Entry extends LedgerTransaction {
  readonly id: string;
  /** It stands in no file: money that the transaction of this id paid, and nobody put in. */
  readonly isImplied?: true;
}
