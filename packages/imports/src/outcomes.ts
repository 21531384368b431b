import { Amount, writeAmount, ZERO } from '@tidemark/ledger/amount';
import type { LedgerTransaction } from '@tidemark/ledger/transaction';
import type { Row } from './reading/records.ts';
import { Refusal } from './refusal.ts';

/** What a row says that moved. */
export interface Stated {
  asset: string;
  amount: Amount;
}

/** A transaction before its source is known. */
export interface Booking extends Omit<LedgerTransaction, 'source'> {
  /** What the venue calls it. */
  reference?: string;
  /** What the file itself says moved, where its rows tell one side of what is booked; else the movements. */
  stated?: readonly Stated[];
}

/** Why a row is no transaction, which is neither a fault nor news: it is pending, a sub-header, a total. */
export interface Ignored {
  ignored: string;
}

export interface RefusedRow {
  line: number;
  field: string;
  reason: string;
}

export interface Taken {
  transaction: LedgerTransaction;
  rows: readonly Row[];
  /** Where it is not what the movements are. */
  stated?: readonly Stated[];
}

/** What the file itself says moved. */
export function statedOf({ transaction, stated }: Taken): readonly Stated[] {
  return (
    stated ??
    transaction.movements.map(({ asset, amount }) => ({ asset, amount: new Amount(amount) }))
  );
}

/** Why a row is ignored that another import has taken. */
export const SEEN = 'imported before';

/** What became of each row; every row goes into one of them, once. */
export class Outcomes {
  taken: Taken[] = [];
  readonly refused: RefusedRow[] = [];
  /** Rows by the reason. */
  readonly ignored = new Map<string, number>();
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  /** Rows that are one transaction: the first is taken, the others are joined to it. */
  take(rows: readonly Row[], { reference, stated, ...booking }: Booking): void {
    if (booking.movements.length === 0) {
      this.ignore('moves nothing', rows.length);
      return;
    }
    const lines = rows.map(({ line }) => line).sort((a, b) => a - b);
    const source = { file: this.file, lines, ...(reference ? { reference } : {}) };
    this.taken.push({
      transaction: { ...booking, source },
      rows,
      ...(stated === undefined ? {} : { stated }),
    });
  }

  ignore(why: string, rows = 1): void {
    this.ignored.set(why, (this.ignored.get(why) ?? 0) + rows);
  }

  refuse(row: Row, { field, message }: Refusal): void {
    this.refused.push({ line: row.line, field, reason: message });
  }

  /** Reads every row by itself; a refusal costs that row alone. Answers with what is neither ignored nor refused. */
  readEach<Result extends object>(
    rows: readonly Row[],
    read: (row: Row) => Result | Ignored,
  ): Result[] {
    const done: Result[] = [];
    for (const row of rows) {
      try {
        const result = read(row);
        if ('ignored' in result) this.ignore(result.ignored);
        else done.push(result);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        this.refuse(row, error);
      }
    }
    return done;
  }

  /** Where every row is a transaction of its own. */
  takeEach(rows: readonly Row[], read: (row: Row) => Booking | Ignored): void {
    const done = this.readEach(rows, (row) => {
      const booking = read(row);
      return 'ignored' in booking ? booking : { row, booking };
    });
    for (const { row, booking } of done) this.take([row], booking);
  }

  /** Ignores the transactions of such rows, which another import has taken. */
  leaveOut(isThere: (rows: readonly Row[]) => boolean): void {
    this.taken = this.taken.filter(({ rows }) => {
      if (!isThere(rows)) return true;
      this.ignore(SEEN, rows.length);
      return false;
    });
  }

  /** Refuses every row of transactions that are later. */
  refuseAfter(time: number): void {
    const refusal = new Refusal('row', 'lies in the future');
    this.taken = this.taken.filter(({ transaction, rows }) => {
      if (transaction.time <= time) return true;
      for (const row of rows) this.refuse(row, refusal);
      return false;
    });
  }

  get joined(): number {
    return this.taken.reduce((sum, { rows }) => sum + rows.length - 1, 0);
  }

  get ignoredRows(): number {
    return [...this.ignored.values()].reduce((sum, count) => sum + count, 0);
  }
}

/** Sums per asset, names in order; zeros stay, since a coin that came and went is part of what a file says. */
export function balancesOf(movements: Iterable<Stated>): Record<string, string> {
  const sums = new Map<string, Amount>();
  for (const { asset, amount } of movements)
    sums.set(asset, (sums.get(asset) ?? ZERO).plus(amount));
  return Object.fromEntries(
    [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([asset, sum]) => [asset, writeAmount(sum)]),
  );
}
