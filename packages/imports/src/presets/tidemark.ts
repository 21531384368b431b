/**
 * Tidemark's own export of transactions: `Transaction,Movement,Time,Kind,Income kind,Asset,Amount,Role,Wallet,Price,Price currency,Note,
 * Reference`, as `../tidemark/write-tidemark.ts` writes it: a row a movement, joined by the transaction's id; `Movement` is `2 of 3`, so that a
 * transaction of which a row lacks is refused. Amounts are signed, plain decimals, times UTC.
 */
import { Amount, writeAmount } from '@tidemark/ledger/amount';
import type {
  IncomeKind,
  LedgerTransaction,
  Movement,
  TransactionKind,
} from '@tidemark/ledger/transaction';
import { groupBy } from '../joining.ts';
import type { Outcomes } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { Refusal, shown } from '../refusal.ts';
import { columnOf, hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import { readTextCell } from '../tidemark/text-cell.ts';
import type { Preset } from '../preset.ts';

const KINDS: Readonly<Record<TransactionKind, true>> = {
  ...{ buy: true, sell: true, swap: true, transfer: true, transfer_in: true, transfer_out: true },
  ...{ deposit: true, withdrawal: true, fee: true, income: true, gift_in: true, gift_out: true },
  ...{ spend: true, loss: true },
};
const INCOME_KINDS: Readonly<Record<IncomeKind, true>> = {
  ...{ staking: true, interest: true, airdrop: true, reward: true, mining: true, fork: true },
  ...{ cashback: true, other: true },
};
const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const PLAIN = /^-?\d{1,2000}(?:\.\d{1,2000})?$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;

/** A row, and its place among those of its transaction. */
interface Part {
  row: Row;
  id: string;
  n: number;
  of: number;
  transaction: Omit<LedgerTransaction, 'movements' | 'source'>;
  movement: Movement;
  reference: string;
}

function isOneOf<Names extends string>(
  names: Readonly<Record<Names, true>>,
  text: string,
): text is Names {
  return Object.hasOwn(names, text);
}

function decimal(sheet: Sheet, row: Row, titles: string): string {
  const text = sheet.text(row, titles);
  if (!PLAIN.test(text)) throw sheet.refusal(titles, `${shown(text)} is no plain decimal`);
  return writeAmount(new Amount(text));
}

function textIn(sheet: Sheet, row: Row, titles: string): string {
  return readTextCell(sheet.text(row, titles));
}

function movementIn(sheet: Sheet, row: Row): Movement {
  const role = sheet.text(row, 'role');
  if (role !== 'amount' && role !== 'fee') {
    throw sheet.refusal('role', `${shown(role)} is neither amount nor fee`);
  }
  const asset = textIn(sheet, row, 'asset');
  if (asset === '') throw sheet.refusal('asset', 'is empty');
  const amount = decimal(sheet, row, 'amount');
  if (amount === '0') throw sheet.refusal('amount', 'moves nothing');
  return { asset, amount, role, wallet: textIn(sheet, row, 'wallet') };
}

function transactionIn(sheet: Sheet, row: Row): Part['transaction'] {
  const text = sheet.text(row, 'time');
  const time = TIME.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw sheet.refusal('time', `${shown(text)} is no time of UTC`);
  sheet.zones.set('UTC', 'cells');
  const kind = sheet.text(row, 'kind');
  if (!isOneOf(KINDS, kind)) throw sheet.refusal('kind', `${shown(kind)} is not known`);
  const income = sheet.text(row, 'incomekind');
  if (income !== '' && !isOneOf(INCOME_KINDS, income)) {
    throw sheet.refusal('incomekind', `${shown(income)} is not known`);
  }
  const currency = textIn(sheet, row, 'pricecurrency');
  const note = textIn(sheet, row, 'note');
  return {
    ...{ time, kind },
    ...(income !== '' && { income }),
    ...(currency !== '' && { price: { amount: decimal(sheet, row, 'price'), currency } }),
    ...(note !== '' && { note }),
  };
}

function partIn(sheet: Sheet, row: Row): Part {
  const id = sheet.text(row, 'transaction');
  if (id === '') throw sheet.refusal('transaction', 'is empty');
  const place = /^([1-9]\d{0,5}) of ([1-9]\d{0,5})$/.exec(sheet.text(row, 'movement'));
  if (place === null) throw sheet.refusal('movement', 'says not which of how many it is');
  return {
    ...{ row, id, n: Number(place[1]), of: Number(place[2]) },
    transaction: transactionIn(sheet, row),
    movement: movementIn(sheet, row),
    reference: textIn(sheet, row, 'reference'),
  };
}

/** Takes the rows of one id, whole: an id that stands there more than once as often as all of its rows do. */
function take(outcomes: Outcomes, parts: readonly Part[]): void {
  const times = parts.filter(({ n }) => n === 1).length;
  const { of = 0 } = parts[0] ?? {};
  const places = groupBy(parts, ({ n }) => String(n));
  const isWhole = places.length === of && places.every((each) => each.length === times);
  if (!isWhole || parts.some((each) => each.of !== of || each.n > of)) {
    const refusal = new Refusal('row', 'is of a transaction of which rows are missing');
    for (const { row } of parts) outcomes.refuse(row, refusal);
    return;
  }
  for (let nth = 0; nth < times; nth += 1) {
    const whole = places.flatMap((each) => each.slice(nth, nth + 1)).sort((a, b) => a.n - b.n);
    const [first] = whole;
    if (first === undefined) continue;
    const { transaction, reference } = first;
    const movements = whole.map(({ movement }) => movement);
    outcomes.take(
      whole.map(({ row }) => row),
      { ...transaction, movements, ...(reference !== '' && { reference }) },
    );
  }
}

export const tidemark: Preset = {
  name: 'tidemark',
  recognise: (header) =>
    hasColumns(
      header,
      ...['transaction', 'movement', 'time', 'kind', 'incomekind', 'asset', 'amount', 'role'],
      ...['wallet', 'price', 'pricecurrency', 'note'],
    ),
  read: (sheet, outcomes) => {
    const parts = outcomes.readEach(sheet.rows, (row) => partIn(sheet, row));
    for (const each of groupBy(parts, ({ id }) => id)) take(outcomes, each);
  },
  named: (header, { cells }) => {
    const [id = '', place = ''] = ['transaction', 'movement'].map(
      (title) => cells[columnOf(header, title) ?? -1]?.trim() ?? '',
    );
    return ID.test(id) ? `tidemark:${id}:${place.split(' ')[0] ?? ''}` : null;
  },
};
