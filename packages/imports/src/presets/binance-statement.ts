/**
 * Binance, "Generate all statements" (2020 to 2026), one row per coin and movement, without any id:
 *
 *     User_ID,UTC_Time,Account,Operation,Coin,Change,Remark
 *     User ID,Time,Account,Operation,Coin,Change,Remark
 *
 * The first is UTC. The second (since 2024) is the account's own time with a year of two digits; its offset stands only in the
 * name of the file, `(UTC--6)` with two dashes. Titles follow the account's language, operations stay English: a header in
 * another language is known by the rows under it. What a trade is made of lies in one second, a conversion's halves up to
 * three apart. `Buy` and `Sell` (to 2022) are the side of the order, so the sign alone says which way a coin went.
 */
import type { IncomeKind, TransactionKind } from '@tidemark/ledger/transaction';
import { book, feeLeg, plainKind, tradeKind, type Leg } from '../booking.ts';
import { isNegative, isPositive } from '../cells/sign.ts';
import { areOpposite, earliest, groupBy, pairUp, tradesOf, type Piece } from '../joining.ts';
import type { Outcomes } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { hasColumns, type Header } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import type { Preset } from '../preset.ts';

/** What joins a row to others: a trade's second, the halves of a conversion, small amounts turned into BNB, own accounts. */
type Family = 'trade' | 'convert' | 'dust' | 'own' | 'alone';

interface Entry extends Piece {
  operation: string;
  account: string;
  remark: string;
}

interface Columns {
  time: string | number;
  account: string | number;
  operation: string | number;
  coin: string | number;
  change: string | number;
  remark: string | number;
}

const FAMILIES: readonly [Family, RegExp][] = [
  ['trade', /^(?:buy|sell|fee|transaction (?:buy|spend|sold|revenue|related|fee))$/],
  ['dust', /^small assets? exchange/],
  ['convert', /convert|^large otc trading|^buy crypto|^sell crypto|^auto-invest transaction/],
  [
    'own',
    /^transfer |transfer between|transfer$|subscription|redemption|savings (?:purchase|distribution)|^staking purchase|^eth 2\.0 staking$/,
  ],
];
const INCOMES: readonly [IncomeKind, RegExp][] = [
  ['cashback', /cashback|rebate|voucher/],
  ['airdrop', /airdrop/],
  ['interest', /interest/],
  ['staking', /staking|locked rewards/],
  ['reward', /reward|distribution|referral|commission (?:history|income)|bonus|launchpool/],
];
const OTHERS: readonly [TransactionKind, TransactionKind, RegExp][] = [
  // How it goes, how it comes.
  ['spend', 'transfer_in', /card spending|pay|merchant/],
  ['fee', 'income', /fee$/],
  ['loss', 'income', /realized profit and loss|insurance fund|liquidation/],
];
const OPERATIONS =
  /^(?:deposit|withdraw|buy|sell|fee|transaction (?:buy|spend|sold|revenue|related|fee)|binance convert|simple earn .+|transfer between .+|small assets exchange bnb)$/i;
const ACCOUNTS =
  /^(?:spot|funding|earn|card|strategy|savings|pool|options|p2p|alpha|.*(?:margin|futures|wallet))$/i;
const CONVERSION_MS = 3000;
const OWN_MS = 2000;

function familyOf(operation: string): Family {
  return FAMILIES.find(([, words]) => words.test(operation))?.[0] ?? 'alone';
}

function namedColumns(header: Header): Columns | null {
  if (!hasColumns(header, 'account', 'operation', 'coin', 'change', 'utctime|time')) return null;
  return {
    time: 'utctime|time',
    account: 'account',
    operation: 'operation',
    coin: 'coin',
    change: 'change',
    remark: 'remark',
  };
}

/** Of a header in another language: the operations stand two before the change and two after the time. */
function seenColumns(header: Header, below: readonly Row[]): Columns | null {
  const width = header.titles.length;
  if (width < 6 || width > 8) return null;
  const named = below.map(({ cells }) => cells.findIndex((cell) => OPERATIONS.test(cell.trim())));
  const operation = named.find((column) => column >= 2) ?? -1;
  if (operation < 2) return null;
  const fits = (row: Row) =>
    ACCOUNTS.test(row.cells[operation - 1]?.trim() ?? '') &&
    /^\d{2,4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(row.cells[operation - 2]?.trim() ?? '') &&
    /^[-+]?[\d.]+(?:E-?\d+)?$/i.test(row.cells[operation + 2]?.trim() ?? '');
  if (!below.every(fits)) return null;
  const [time, account, coin, change, remark] = [-2, -1, 1, 2, 3].map((by) => operation + by);
  if (time === undefined || account === undefined || coin === undefined || change === undefined)
    return null;
  return { time, account, operation, coin, change, remark: remark ?? width };
}

function readEntry(sheet: Sheet, columns: Columns, row: Row): Entry {
  // Binance quotes all lines or none: a line in quotes by itself was pasted in from elsewhere.
  if (row.wrapped === true && !sheet.header.wrapped) {
    throw sheet.refusal('row', 'stands in one pair of quotes, unlike the header');
  }
  return {
    row,
    time: sheet.time(row, columns.time, { order: 'YMD' }),
    account: sheet.text(row, columns.account) || 'Spot',
    operation: sheet.word(row, columns.operation),
    asset: sheet.asset(row, columns.coin),
    amount: sheet.amount(row, columns.change),
    remark: sheet.text(row, columns.remark),
  };
}

function isFee({ operation, amount }: Entry): boolean {
  return operation.endsWith('fee') && !isPositive(amount);
}

function legOf(entry: Entry): Leg {
  const wallet = walletOf(entry);
  if (isFee(entry)) return feeLeg(entry.asset, entry.amount, wallet);
  return { asset: entry.asset, amount: entry.amount, wallet };
}

function walletOf({ account }: Entry): string {
  return `Binance ${account.charAt(0).toUpperCase()}${account.slice(1).toLowerCase()}`;
}

function take(
  outcomes: Outcomes,
  entries: readonly Entry[],
  kind: Parameters<typeof book>[0],
): void {
  const [first] = entries;
  if (first === undefined) return;
  const notes = new Set(
    entries.flatMap(({ operation, remark }) =>
      isTrade(operation) ? [remark] : [operation, remark],
    ),
  );
  const isHalf = entries.every(
    ({ operation, amount }) =>
      isTrade(operation) && !isPositive(amount) === !isPositive(first.amount),
  );
  if (isHalf && kind !== 'fee') notes.add('one side of a trade');
  const note = [...notes].filter((each) => each !== '').join('; ');
  const time = earliest(entries);
  const details = { time, wallet: walletOf(first), note };
  outcomes.take(
    entries.map(({ row }) => row),
    book(kind, entries.map(legOf), details),
  );
}

function isTrade(operation: string): boolean {
  return familyOf(operation) === 'trade';
}

function takeAlone(outcomes: Outcomes, entry: Entry): void {
  const { operation, amount } = entry;
  const income = isPositive(amount)
    ? INCOMES.find(([, words]) => words.test(operation))?.[0]
    : undefined;
  if (income !== undefined) {
    take(outcomes, [entry], { income });
    return;
  }
  const other = OTHERS.find(([, , words]) => words.test(operation));
  const kind = isPositive(amount) ? other?.[1] : other?.[0];
  if (kind === 'income') take(outcomes, [entry], { income: 'other' });
  else take(outcomes, [entry], kind ?? plainKind(entry));
}

/** Coins that only change their place, or their name while they are lent (`LDBTC`) or staked (`BETH`). */
function isOwnMove(a: Entry, b: Entry): boolean {
  const plain = (asset: string) => asset.replace(/^LD(?=[A-Z0-9]{2})/, '').replace(/^BETH$/, 'ETH');
  const sameKind =
    a.operation === b.operation || plain(a.asset) !== a.asset || plain(b.asset) !== b.asset;
  return sameKind && plain(a.asset) === plain(b.asset) && a.amount.plus(b.amount).eq(0);
}

const secondOf = ({ time, row }: Entry, sheet: Sheet) =>
  `${Math.floor(time / 1000)} ${sheet.text(row, 'userid|id')}`;

function read(sheet: Sheet, outcomes: Outcomes): void {
  const columns = namedColumns(sheet.header) ?? seenColumns(sheet.header, sheet.rows.slice(0, 20));
  if (columns === null) return;
  const entries = outcomes.readEach(sheet.rows, (row) => readEntry(sheet, columns, row));
  const families = Map.groupBy(entries, ({ operation }) => familyOf(operation));
  const of = (family: Family) => families.get(family) ?? [];
  for (const second of groupBy(
    of('trade'),
    (entry) => `${secondOf(entry, sheet)} ${entry.account}`,
  )) {
    for (const trade of tradesOf(second, isFee)) take(outcomes, trade, tradeKind(trade.map(legOf)));
  }
  for (const dust of groupBy(of('dust'), (entry) => `${secondOf(entry, sheet)} ${entry.remark}`)) {
    for (const trade of tradesOf(dust, isFee)) take(outcomes, trade, tradeKind(trade.map(legOf)));
  }
  for (const halves of pairUp(
    of('convert'),
    CONVERSION_MS,
    (a, b) => areOpposite(a, b) && a.asset !== b.asset,
  )) {
    take(outcomes, halves, tradeKind(halves.map(legOf)));
  }
  for (const move of pairUp(of('own'), OWN_MS, isOwnMove)) {
    const [only] = move;
    if (move.length === 2) take(outcomes, move, 'transfer');
    else if (only !== undefined)
      take(outcomes, move, isNegative(only.amount) ? 'transfer_out' : 'transfer_in');
  }
  for (const entry of of('alone')) takeAlone(outcomes, entry);
}

export const binanceStatement: Preset = {
  name: 'binance-statement',
  recognise: (header, below) => (namedColumns(header) ?? seenColumns(header, below)) !== null,
  read,
};
