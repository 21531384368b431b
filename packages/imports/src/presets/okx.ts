/**
 * OKX (OKEx), a mark before every cell in some:
 *
 *     Order ID,Trade ID,Trade Time,Pairs,Amount,Price,Total,taker/maker,Fee,unit                           (2020)
 *     id,Order id,Time,Trade Type,Symbol,Action,Amount,…,Fee,Fee Unit,…,Balance Change,Balance,Balance Unit  (2023, 2025)
 *     id,Time,Type,Amount,Before Balance,After Balance,(Fee,)Symbol                                          (funding)
 *
 * 2023 on, one row a coin: Action is the direction of that coin, two rows of one order are one trade, and the balance change
 * has the fee in it. 2020: units stand in Total and Fee, and the sign of Total tells the direction.
 */
import type { IncomeKind } from '@tidemark/ledger/transaction';
import { book, bookTrade, feeLeg, plainKind, tradeKind, type Leg } from '../booking.ts';
import { readPair } from '../cells/pair.ts';
import { groupBy, type Piece } from '../joining.ts';
import type { Booking, Outcomes } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { shown } from '../refusal.ts';
import { hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import type { Preset } from '../preset.ts';

interface Entry extends Piece {
  legs: Leg[];
  group: string;
  note: string;
}

const WALLET = 'OKX';
const INCOMES: readonly [IncomeKind, RegExp][] = [
  ['interest', /interest|earn|savings/],
  ['airdrop', /airdrop/],
  ['reward', /reward|bonus|rebate|referral/],
];

function readTrade(sheet: Sheet, row: Row): Booking {
  const pair = readPair(sheet.text(row, 'pairs'));
  if (pair === null)
    throw sheet.refusal(
      'pairs',
      `${shown(sheet.text(row, 'pairs'))} cannot be parted into two coins`,
    );
  const total = sheet.number(row, 'total');
  const fee = sheet.number(row, 'fee');
  if (total === null) throw sheet.refusal('total', 'is empty');
  if (total.unit.toUpperCase() !== pair.quote)
    throw sheet.refusal('total', 'is not of the coin that the pair names');
  return bookTrade({
    time: sheet.time(row, 'tradetime'),
    wallet: WALLET,
    side: total.amount.lt(0) ? 'buy' : 'sell',
    ...pair,
    quantity: sheet.amount(row, 'amount'),
    total: total.amount,
    fees: fee === null ? [] : [feeLeg(fee.unit.toUpperCase(), fee.amount)],
  });
}

export const okxTrades: Preset = {
  name: 'okx-trades',
  recognise: (header) =>
    hasColumns(header, 'tradetime', 'pairs', 'amount', 'price', 'total', 'fee'),
  read: (sheet, outcomes) => outcomes.takeEach(sheet.rows, (row) => readTrade(sheet, row)),
};

function readEntry(sheet: Sheet, row: Row): Entry {
  const asset = sheet.asset(row, 'balanceunit');
  const change = sheet.amount(row, 'balancechange');
  const time = sheet.time(row, 'time');
  const order = sheet.text(row, 'orderid');
  const fee = sheet.assetOr(row, 'feeunit') === asset ? sheet.amountOr(row, 'fee') : null;
  const legs: Leg[] = [{ asset, amount: fee === null ? change : change.minus(fee) }];
  if (fee !== null) legs.push({ asset, amount: fee, role: 'fee' });
  const note = [sheet.text(row, 'tradetype'), sheet.text(row, 'symbol'), sheet.text(row, 'action')]
    .filter(Boolean)
    .join(' ');
  return {
    row,
    time,
    asset,
    amount: change,
    legs,
    note,
    group: order === '' || order === '0' ? `line ${row.line}` : `${order} ${time}`,
  };
}

function readAccount(sheet: Sheet, outcomes: Outcomes): void {
  const entries = outcomes.readEach(sheet.rows, (row) => readEntry(sheet, row));
  for (const group of groupBy(entries, (entry) => entry.group)) {
    const [first] = group;
    if (first === undefined) continue;
    const legs = group.flatMap((entry) => entry.legs);
    const details = {
      time: first.time,
      wallet: WALLET,
      note: first.note,
      reference: sheet.text(first.row, 'orderid'),
    };
    outcomes.take(
      group.map(({ row }) => row),
      book(tradeKind(legs), legs, details),
    );
  }
}

export const okxAccount: Preset = {
  name: 'okx-account',
  recognise: (header) => hasColumns(header, 'time', 'balancechange', 'balanceunit', 'orderid'),
  read: readAccount,
  identity: ['id'],
};

function readFunding(sheet: Sheet, row: Row): Booking {
  const leg = { asset: sheet.asset(row, 'symbol'), amount: sheet.amount(row, 'amount') };
  const type = sheet.text(row, 'type');
  const income = leg.amount.gt(0)
    ? INCOMES.find(([, words]) => words.test(type.toLowerCase()))?.[0]
    : undefined;
  const details = {
    time: sheet.time(row, 'time'),
    wallet: `${WALLET} Funding`,
    note: type,
    reference: sheet.text(row, 'id'),
  };
  return book(income === undefined ? plainKind(leg) : { income }, [leg], details);
}

export const okxFunding: Preset = {
  name: 'okx-funding',
  recognise: (header) =>
    hasColumns(header, 'id', 'time', 'type', 'amount', 'beforebalance', 'afterbalance', 'symbol'),
  read: (sheet, outcomes) => outcomes.takeEach(sheet.rows, (row) => readFunding(sheet, row)),
  identity: ['id'],
};
