/**
 * Bitfinex: `#,PAIR,AMOUNT,PRICE,FEE,FEE CURRENCY,DATE,ORDER ID` and `#,DESCRIPTION,CURRENCY,AMOUNT,BALANCE,DATE,WALLET`. Dates are
 * DD-MM-YY unless the account chose otherwise, in a zone that the account chose. The amount is negative for a sale, the fee is
 * negative: base on a buy, quote on a sale.
 */
import type { IncomeKind } from '@tidemark/ledger/transaction';
import { book, bookTrade, feeLeg, plainKind, tradeKind, type Leg } from '../booking.ts';
import { areOpposite, pairUp, type Piece } from '../joining.ts';
import type { Booking, Outcomes } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import { pairOf } from './cells.ts';
import type { Preset } from '../preset.ts';

const WALLET = 'Bitfinex';

function readTrade(sheet: Sheet, row: Row): Booking {
  const pair = pairOf(sheet, row, 'pair');
  const amount = sheet.amount(row, 'amount');
  const fee = sheet.amountOr(row, 'fee');
  const coin = sheet.assetOr(row, 'feecurrency|feecurr');
  if (fee?.eq(0) === false && coin === null) throw sheet.refusal('feecurrency|feecurr', 'is empty');
  return bookTrade({
    time: sheet.time(row, 'date', { order: 'DMY' }),
    wallet: WALLET,
    side: amount.lt(0) ? 'sell' : 'buy',
    ...pair,
    quantity: amount,
    total: amount.times(sheet.amount(row, 'price')),
    fees: fee === null || coin === null ? [] : [feeLeg(coin, fee)],
  });
}

export const bitfinexTrades: Preset = {
  name: 'bitfinex-trades',
  recognise: (header) =>
    hasColumns(header, 'pair', 'amount', 'price', 'fee', 'feecurrency|feecurr', 'date', 'orderid'),
  read: (sheet, outcomes) => outcomes.takeEach(sheet.rows, (row) => readTrade(sheet, row)),
};

interface Entry extends Piece {
  note: string;
  wallet: string;
}

const INCOMES: readonly [IncomeKind, RegExp][] = [
  ['interest', /margin funding payment|interest/],
  ['staking', /staking/],
  ['airdrop', /airdrop|fork/],
  ['cashback', /rebate|affiliate/],
];
const EXCHANGE_MS = 1000;

function readEntry(sheet: Sheet, row: Row): Entry {
  return {
    row,
    time: sheet.time(row, 'date', { order: 'DMY' }),
    asset: sheet.asset(row, 'currency'),
    amount: sheet.amount(row, 'amount'),
    note: sheet.text(row, 'description'),
    wallet: `${WALLET} ${sheet.text(row, 'wallet')}`.trim(),
  };
}

function takeEntries(
  outcomes: Outcomes,
  entries: readonly Entry[],
  kind: Parameters<typeof book>[0],
): void {
  const [first] = entries;
  if (first === undefined) return;
  const legs = entries.map(({ asset, amount, wallet }): Leg => ({
    asset,
    amount,
    wallet,
    ...(kind === 'fee' ? { role: 'fee' as const } : {}),
  }));
  outcomes.take(
    entries.map(({ row }) => row),
    book(kind, legs, first),
  );
}

function readLedger(sheet: Sheet, outcomes: Outcomes): void {
  const entries = outcomes.readEach(sheet.rows, (row) => readEntry(sheet, row));
  const trades = Map.groupBy(
    entries,
    ({ note }) => /^(?:exchange|trading position|transfer of)/i.exec(note)?.[0].toLowerCase() ?? '',
  );
  for (const pair of pairUp(
    trades.get('exchange') ?? [],
    EXCHANGE_MS,
    (a, b) => areOpposite(a, b) && a.asset !== b.asset,
  )) {
    takeEntries(outcomes, pair, tradeKind(pair));
  }
  for (const pair of pairUp(
    trades.get('transfer of') ?? [],
    EXCHANGE_MS,
    (a, b) => a.asset === b.asset && a.amount.plus(b.amount).eq(0),
  )) {
    takeEntries(outcomes, pair, pair.length === 2 || !pair[0] ? 'transfer' : plainKind(pair[0]));
  }
  for (const entry of [...(trades.get('') ?? []), ...(trades.get('trading position') ?? [])]) {
    const note = entry.note.toLowerCase();
    const income = entry.amount.gt(0)
      ? INCOMES.find(([, words]) => words.test(note))?.[0]
      : undefined;
    const isFee = entry.amount.lt(0) && /\bfees?\b/.test(note);
    takeEntries(
      outcomes,
      [entry],
      income === undefined ? (isFee ? 'fee' : plainKind(entry)) : { income },
    );
  }
}

export const bitfinexLedger: Preset = {
  name: 'bitfinex-ledger',
  recognise: (header) =>
    hasColumns(header, 'description', 'currency', 'amount', 'balance', 'date', 'wallet'),
  read: readLedger,
};
