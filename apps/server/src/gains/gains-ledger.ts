import { readAmount, writeAmount, type Amount } from '@tidemark/ledger/amount';
import type {
  IncomeKind,
  LedgerTransaction,
  Movement,
  MovementRole,
} from '@tidemark/ledger/transaction';
import { UsageError } from './usage-error.ts';

/** Prices, fees and gains are in this. */
export const BASE = 'USD';
/** Where a row names no wallet. */
const WALLET = 'A';

/** A row of the file with the transaction that it is. */
export interface GainsRow {
  /** The time as the file has it. */
  readonly t: string;
  readonly transaction: LedgerTransaction;
}

type Kind = 'buy' | 'sell' | 'transfer' | 'income';
const KINDS: readonly string[] = ['buy', 'sell', 'transfer', 'income'] satisfies Kind[];

const TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

/** Names that others have for kinds of income; those without one of ours are `other`. */
const INCOMES: ReadonlyMap<string, IncomeKind> = new Map([
  ['staking', 'staking'],
  ['interest', 'interest'],
  ['airdrop', 'airdrop'],
  ['reward', 'reward'],
  ['mining', 'mining'],
  ['fork', 'fork'],
  ['hardfork', 'fork'],
  ['cashback', 'cashback'],
]);

/**
 * Reads `{ transactions: [{ t, type, asset, qty, price, … }] }`. Amounts are texts; `price`, `fee_usd` are USD, `fee_coin` is of
 * the asset; `qty` is without a fee of a sale and with that of a buy.
 *
 * @throws UsageError which names the row, counted from 1, and the field
 */
export function readLedger(content: unknown): GainsRow[] {
  const { transactions } = isObject(content) ? content : {};
  if (!Array.isArray(transactions)) {
    throw new UsageError('The file has no list "transactions"');
  }
  return transactions.map((row: unknown, i) => readRow(new Fields(row, i + 1)));
}

function readRow(fields: Fields): GainsRow {
  const t = fields.text('t');
  const time = TIME.test(t) ? Date.parse(t) : NaN;
  if (Number.isNaN(time)) throw fields.wrong('t', 'no ISO 8601 time with its zone');
  const kind = fields.text('type');
  if (!KINDS.includes(kind)) throw fields.wrong('type', `none of ${KINDS.join(', ')}`);
  const price = fields.amount('price');
  return {
    t,
    transaction: {
      time,
      kind: kind as Kind,
      ...(kind === 'income' && { income: INCOMES.get(fields.text('kind', 'other')) ?? 'other' }),
      movements: movementsOf(fields, kind as Kind, price),
      ...(price !== null && { price: { amount: writeAmount(price), currency: BASE } }),
    },
  };
}

function movementsOf(fields: Fields, kind: Kind, price: Amount | null): Movement[] {
  const asset = fields.text('asset');
  const wallet = fields.text('wallet', WALLET);
  const qty = fields.amount('qty');
  if (qty === null || qty.eq(0)) throw fields.wrong('qty', 'not above zero');
  if (asset === BASE) throw fields.wrong('asset', 'the money that prices are in');
  const movements: Movement[] = [];
  const move = (of: string, amount: Amount | null, role: MovementRole = 'amount', at = wallet) => {
    if (amount === null || amount.eq(0)) return;
    movements.push({ asset: of, amount: writeAmount(amount), role, wallet: at });
  };
  const money = price?.times(qty) ?? null;
  if (kind === 'transfer') {
    const received = fields.amount('received') ?? qty;
    if (received.gt(qty)) throw fields.wrong('received', 'more than qty');
    move(asset, qty.neg());
    move(asset, received, 'amount', fields.text('to', wallet));
  } else {
    move(asset, kind === 'sell' ? qty.neg() : qty);
    if (kind === 'buy') move(BASE, money?.neg() ?? null);
    if (kind === 'sell') move(BASE, money);
  }
  move(BASE, fields.amount('fee_usd')?.neg() ?? null, 'fee');
  move(asset, fields.amount('fee_coin')?.neg() ?? null, 'fee');
  return movements;
}

/** The fields of one row. */
class Fields {
  readonly #row: Record<string, unknown>;
  readonly #number: number;

  constructor(row: unknown, number: number) {
    if (!isObject(row)) throw new UsageError(`row ${number} is no object`);
    this.#row = row;
    this.#number = number;
  }

  /** A text that is not empty; what it is where it is not there. */
  text(name: string, missing?: string): string {
    const value = this.#row[name] ?? missing;
    if (typeof value !== 'string' || value === '') throw this.wrong(name, 'no text');
    return value;
  }

  /** A decimal that is not negative; null where it is not there. */
  amount(name: string): Amount | null {
    const value = this.#row[name] ?? null;
    if (value === null) return null;
    const amount = typeof value === 'string' ? readAmount(value) : null;
    if (amount === null) throw this.wrong(name, 'no decimal as text, such as "0.5"');
    if (amount.lt(0)) throw this.wrong(name, 'below zero');
    return amount;
  }

  wrong(name: string, reason: string): UsageError {
    const value = JSON.stringify(this.#row[name] ?? 'missing').slice(0, 50);
    return new UsageError(`row ${this.#number}, ${name}: ${value} is ${reason}`);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
