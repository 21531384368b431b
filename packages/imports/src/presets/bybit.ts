/**
 * Bybit EU, UTC, the first with a line about the account before its header:
 *
 *     Uid,Currency,Contract,Type,Direction,Quantity,…,Filled Price,Funding,Fee Paid,Cash Flow,Change,Wallet Balance,Action,Time(UTC)
 *     Uid,Date & Time(UTC),Coin,QTY,Type,Account Balance,Description
 *
 * One row a coin; both rows of a sale say SELL, so the sign of Change alone tells the direction. Change has the fee in it.
 */
import type { IncomeKind } from '@tidemark/ledger/transaction';
import { book, plainKind, tradeKind, type Leg } from '../booking.ts';
import { groupBy, type Piece } from '../joining.ts';
import type { Booking, Outcomes } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import type { Preset } from '../preset.ts';

interface Entry extends Piece {
  type: string;
  legs: Leg[];
  group: string;
}

const WALLET = 'Bybit';
const INCOMES: readonly [IncomeKind, RegExp][] = [
  ['airdrop', /airdrop/],
  ['interest', /interest|earn|saving/],
  ['staking', /staking/],
  ['reward', /bonus|reward|referral|cashback|rebate|gift/],
];

function readEntry(sheet: Sheet, row: Row): Entry {
  const asset = sheet.asset(row, 'currency');
  const change = sheet.amount(row, 'change');
  const fee = sheet.amountOr(row, 'feepaid');
  const type = sheet.word(row, 'type');
  const time = sheet.time(row, 'timeutc|time');
  const contract = sheet.text(row, 'contract');
  const legs: Leg[] =
    fee === null || fee.eq(0)
      ? [{ asset, amount: change }]
      : [
          { asset, amount: change.minus(fee) },
          { asset, amount: fee, role: 'fee' },
        ];
  const group =
    type === 'trade' ? `${time} ${contract} ${sheet.text(row, 'direction')}` : `line ${row.line}`;
  return { row, time, asset, amount: change, type, legs, group };
}

function readAccount(sheet: Sheet, outcomes: Outcomes): void {
  const entries = outcomes.readEach(sheet.rows, (row) => readEntry(sheet, row));
  for (const group of groupBy(entries, (entry) => entry.group)) {
    const [first] = group;
    if (first === undefined) continue;
    const legs = group.flatMap((entry) => entry.legs);
    const isTrade = first.type === 'trade';
    const details = { time: first.time, wallet: WALLET, note: isTrade ? '' : first.type };
    outcomes.take(
      group.map(({ row }) => row),
      book(isTrade ? tradeKind(legs) : aloneKind(first.type, first), legs, details),
    );
  }
}

function aloneKind(
  words: string,
  piece: Pick<Piece, 'asset' | 'amount'>,
): Parameters<typeof book>[0] {
  const income = piece.amount.gt(0)
    ? INCOMES.find(([, pattern]) => pattern.test(words))?.[0]
    : undefined;
  if (income !== undefined) return { income };
  if (/settlement|liquidation|funding/.test(words))
    return piece.amount.gt(0) ? { income: 'other' } : 'loss';
  return plainKind(piece);
}

function readFunding(sheet: Sheet, row: Row): Booking {
  const leg = { asset: sheet.asset(row, 'coin'), amount: sheet.amount(row, 'qty') };
  const note = `${sheet.text(row, 'type')}: ${sheet.text(row, 'description')}`;
  return book(aloneKind(note.toLowerCase(), leg), [leg], {
    time: sheet.time(row, 'datetimeutc|datetime'),
    wallet: WALLET,
    note,
  });
}

export const bybitAccount: Preset = {
  name: 'bybit-account',
  recognise: (header) =>
    hasColumns(header, 'currency', 'contract', 'type', 'direction', 'change', 'walletbalance'),
  read: readAccount,
};

export const bybitFunding: Preset = {
  name: 'bybit-funding',
  recognise: (header) => hasColumns(header, 'uid', 'datetimeutc|datetime', 'coin', 'qty', 'type'),
  read: (sheet, outcomes) => outcomes.takeEach(sheet.rows, (row) => readFunding(sheet, row)),
};
