import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Amount, writeAmount } from '@tidemark/ledger/amount';
import type { LedgerTransaction, Movement } from '@tidemark/ledger/transaction';

const DATA = fileURLToPath(new URL('../../../../shared/data/transactions/rp2/', import.meta.url));

/** Whether the references are there; suites that need them are skipped where they are not. */
export const RP2_PRESENT = existsSync(DATA);

export type Cells = Readonly<Record<string, string>>;

/** What rp2 prints for one coin. */
export interface Expected {
  yearly_summary: Cells[];
  balances: Cells[];
  average_price: string;
  detail: Cells[];
}

/** What rp2 prints, by `crypto_example_generic_fifo` and by coin. */
export function expected(): Record<string, Record<string, Expected>> {
  return JSON.parse(readFileSync(`${DATA}expected.json`, 'utf8')) as ReturnType<typeof expected>;
}

/** A line of a table with the transaction that it is. */
export interface Entry {
  /** As rp2 calls it: `OUT / SELL`. */
  event: string;
  /** What the line calls itself; empty where it does not. */
  id: string;
  transaction: LedgerTransaction;
}

/** The tables of one coin: IN, OUT and INTRA, each with a header, that end with `TABLE END`. */
export function entries(set: string, coin: string): Entry[] {
  const text = readFileSync(`${DATA}${set}.${coin}.csv`, 'utf8');
  return text.split('TABLE END').flatMap((table) => {
    const [name = '', header = '', ...lines] = table.split(/\r?\n/).filter((line) => line !== '');
    const columns = header.split(',');
    return lines.map((line) => {
      const cells = line.split(',');
      return entry(name, Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])));
    });
  });
}

function entry(table: string, cells: Cells): Entry {
  const time = Date.parse(cells.Timestamp ?? '');
  const spot = cells['Spot Price'] ?? '';
  const price = spot === '' ? {} : { price: { amount: spot, currency: 'USD' } };
  const type = cells['Transaction Type']?.toUpperCase() ?? 'MOVE';
  const kind = KINDS[type] ?? 'transfer';
  const movements = MOVEMENTS[table]?.(cells, kind === 'income' || kind === 'gift_out') ?? [];
  const id = cells['Unique Id'] ?? '';
  return { event: `${table} / ${type}`, id, transaction: { time, kind, movements, ...price } };
}

const KINDS: Readonly<Record<string, LedgerTransaction['kind']>> = {
  BUY: 'buy',
  INTEREST: 'income',
  SELL: 'sell',
  GIFT: 'gift_out',
  DONATE: 'gift_out',
};

function movement(
  asset: string,
  amount: Amount,
  wallet: string,
  role: Movement['role'] = 'amount',
): Movement[] {
  return amount.eq(0) ? [] : [{ asset, amount: writeAmount(amount), wallet, role }];
}

const amount = (cells: Cells, column: string) => new Amount(cells[column] || 0);

const MOVEMENTS: Readonly<Record<string, (cells: Cells, isFree: boolean) => Movement[]>> = {
  IN: (cells, isFree) => {
    const [coin, wallet] = [cells.Asset ?? '', `${cells.Exchange} ${cells.Owner}`];
    const had = amount(cells, 'Crypto In');
    const paid = isFree ? new Amount(0) : had.times(amount(cells, 'Spot Price'));
    return [
      ...movement(coin, had, wallet),
      ...movement('USD', paid.neg(), wallet),
      ...movement('USD', amount(cells, 'USD Fee').neg(), wallet, 'fee'),
    ];
  },
  OUT: (cells, isFree) => {
    const [coin, wallet] = [cells.Asset ?? '', `${cells.Exchange} ${cells.Holder}`];
    const given = amount(cells, 'Crypto Out');
    const had = isFree ? new Amount(0) : given.times(amount(cells, 'Spot Price'));
    return [
      ...movement(coin, given.neg(), wallet),
      ...movement('USD', had, wallet),
      ...movement(coin, amount(cells, 'Crypto Fee').neg(), wallet, 'fee'),
    ];
  },
  INTRA: (cells) => {
    const coin = cells.Asset ?? '';
    return [
      ...movement(
        coin,
        amount(cells, 'Crypto Sent').neg(),
        `${cells['From Exchange']} ${cells['From Holder']}`,
      ),
      ...movement(
        coin,
        amount(cells, 'Crypto Received'),
        `${cells['To Exchange']} ${cells['To Holder']}`,
      ),
    ];
  },
};
