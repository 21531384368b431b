import type { IncomeKind, MovementRole, TransactionKind } from '@tidemark/ledger/transaction';
import type { ColumnType, Generated } from 'kysely';

/** JSONB: read as its value, written as JSON text. */
type Jsonb<T> = ColumnType<T, string, string>;

export interface PortfolioTables {
  portfolios: {
    id: string;
    user_id: string;
    name: string;
    /** ISO 4217. */
    base_currency: string;
    created_at: Date;
    updated_at: Date;
    /** Null: it is not deleted. */
    deleted_at: Date | null;
    /** Counts the changes of the row's fields above, as in its `ETag`. */
    version: Generated<number>;
    /** Of its transactions, so that no insertion has to count them. */
    transaction_count: Generated<number>;
  };
  transactions: {
    id: string;
    portfolio_id: string;
    time: Date;
    kind: TransactionKind;
    income_kind: IncomeKind | null;
    note: string | null;
    /** Money per unit, where somebody said; numeric, as text. */
    price: string | null;
    price_currency: string | null;
    /** Grows with each insertion: decides the order of equal times. */
    position: Generated<number>;
    version: Generated<number>;
  };
  movements: {
    transaction_id: string;
    /** From 0, in the order in which they are told. */
    n: number;
    asset: string;
    /** Signed; numeric without bound, as text. */
    amount: string;
    role: MovementRole;
    wallet: string;
  };
  /** What POST requests with a key were answered with. */
  idempotency_keys: {
    user_id: string;
    key: string;
    /** SHA-256 of method, path and body, hex. */
    request: string;
    body: Jsonb<unknown>;
    created_at: Date;
  };
}
