import type { WatchedCoin } from '@tidemark/contracts/watchlist';
import type { Convention } from '@tidemark/accounting/convention';
import type { AccountingMethod } from '@tidemark/contracts/accounting-terms';
import type { AbsentOwnerTable } from '@tidemark/departed-owners/absent-owners';
import type { Targets } from '@tidemark/contracts/portfolio-history';
import type { IncomeKind, MovementRole, TransactionKind } from '@tidemark/ledger/transaction';
import type { Import, StagedFile } from '@tidemark/contracts/portfolio-import';
import type { ColumnType, Generated } from 'kysely';

/** JSONB: read as its value, written as JSON text. */
type Jsonb<T> = ColumnType<T, string, string>;
type JsonbOrNull<T> = ColumnType<T | null, string | null, string | null>;

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
    /** Wanted shares. */
    targets: ColumnType<Targets['targets'], string | undefined, string>;
    /** Counts the changes of `targets`. */
    targets_version: Generated<number>;
    /** Counts the edits of its transactions: figures of another one are old. */
    ledger_version: Generated<number>;
    /** Counts the edits of what was set of its assets. */
    settings_version: Generated<number>;
    method: Generated<AccountingMethod>;
    pools: Generated<Convention['pools']>;
    oversold: Generated<Convention['oversold']>;
  };
  /** The newest edits of ledgers. One that is not here may have touched anything. */
  ledger_edits: {
    portfolio_id: string;
    /** The ledger's version after it. */
    version: number;
    /** The oldest time that it touched. */
    since: Date;
  };
  /** Which coin an asset is, where somebody said. */
  asset_coins: {
    portfolio_id: string;
    asset: string;
    /** Null: it is none. */
    coin_id: string | null;
  };
  /** Prices given by hand. */
  manual_prices: {
    portfolio_id: string;
    asset: string;
    /** Read as text, such as `2026-03-01`. */
    day: ColumnType<string, string, string>;
    /** ISO 4217: the portfolio's base currency when it was given. */
    currency: string;
    /** For one unit; numeric, as text. */
    price: string;
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
    /** Null, as the three below are: put in by hand. */
    import_id: string | null;
    /** Index of the file among those of the import. */
    import_file: number | null;
    source_lines: JsonbOrNull<number[]>;
    source_reference: string | null;
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
  watchlists: {
    id: string;
    user_id: string;
    name: string;
    /** Among those of its owner, from 0 without a hole. */
    position: number;
    /** In the owner's order. */
    coins: Jsonb<WatchedCoin[]>;
    /** Counts the changes of the fields above, as in its `ETag`. */
    version: Generated<number>;
  };
  absent_owners: AbsentOwnerTable;
  imports: {
    id: string;
    portfolio_id: string;
    state: 'working' | 'done' | 'failed';
    reason: string | null;
    created_at: Date;
    undone_at: Date | null;
    file_ids: Jsonb<string[]>;
    files: Jsonb<Import['files']>;
    keep_mapping_as: string | null;
    bytes: number;
    bytes_read: number;
    transactions: number;
    already_there: number;
    attempts: Generated<number>;
    claim: string | null;
    claimed_until: Date | null;
  };
  /** By which rows are known again. Those of a transaction that somebody removed stay until its import is undone. */
  import_keys: { portfolio_id: string; key: string; import_id: string };
  /** Files that were sent and not put in yet. */
  staged_files: {
    id: string;
    portfolio_id: string;
    user_id: string;
    name: string;
    /** While it comes: as many as there may be. */
    bytes: number;
    state: 'coming' | 'reading' | 'ready' | 'refused';
    bytes_read: Generated<number>;
    time_zone: string | null;
    mapping: JsonbOrNull<Record<string, string>>;
    /** Null while it is read. */
    report: JsonbOrNull<FileReport>;
    created_at: Date;
    /** How often a reading was begun. */
    attempts: Generated<number>;
    /** Who reads it, by an id of the reading, and until when nobody else will. */
    claim: string | null;
    claimed_until: Date | null;
  };
  staged_chunks: { file_id: string; n: number; bytes: Uint8Array };
  column_mappings: { user_id: string; name: string; mapping: Jsonb<Record<string, string>> };
}

/** What a reading of a staged file says. */
export type FileReport = Omit<StagedFile, 'file_id' | 'name' | 'bytes' | 'state' | 'bytes_read'>;
