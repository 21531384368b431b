/**
 * Coinbase Pro (GDAX before, Exchange after), ISO times with Z:
 *
 *     portfolio,trade id,product,side,created at,size,size unit,price,fee,total,price/fee/total unit
 *     portfolio,type,time,amount,balance,amount/balance unit,transfer id,trade id,order id
 *
 * Fills: the total is signed and has the fee in it. Account: a trade is three rows of one trade id, match, match and fee.
 */
import { book, bookTrade, feeLeg, plainKind, tradeKind, type Leg } from '../booking.ts';
import { readPair } from '../cells/pair.ts';
import { readSide } from '../cells/side.ts';
import { groupBy, type Piece } from '../joining.ts';
import type { Booking, Outcomes } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { shown } from '../refusal.ts';
import { hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import type { Preset } from '../preset.ts';

const WALLET = 'Coinbase Pro';

function readFill(sheet: Sheet, row: Row): Booking {
  const side = readSide(sheet.text(row, 'side'));
  if (side === null)
    throw sheet.refusal('side', `${shown(sheet.text(row, 'side'))} is neither buy nor sell`);
  const pair = readPair(sheet.text(row, 'product'));
  const [base, quote] = [sheet.asset(row, 'sizeunit'), sheet.asset(row, 'pricefeetotalunit')];
  if (pair?.base !== base || pair.quote !== quote)
    throw sheet.refusal('pricefeetotalunit', 'is not what the product is of');
  const fee = sheet.amount(row, 'fee').abs();
  const total = sheet.amount(row, 'total').abs();
  return bookTrade({
    time: sheet.time(row, 'createdat'),
    wallet: WALLET,
    reference: sheet.text(row, 'tradeid'),
    side,
    base,
    quote,
    quantity: sheet.amount(row, 'size'),
    total: side === 'buy' ? total.minus(fee) : total.plus(fee),
    fees: [feeLeg(quote, fee)],
  });
}

export const coinbaseProFills: Preset = {
  name: 'coinbase-pro-fills',
  recognise: (header) =>
    hasColumns(
      header,
      'tradeid',
      'product',
      'side',
      'createdat',
      'size',
      'sizeunit',
      'fee',
      'total',
    ),
  read: (sheet, outcomes) => outcomes.takeEach(sheet.rows, (row) => readFill(sheet, row)),
};

interface Entry extends Piece {
  type: string;
  group: string;
}

interface Ids {
  trade: string;
  transfer: string;
  order: string;
  type: string;
  line: number;
}

/** Rows of one trade, and of one conversion, are one; a transfer is alone. */
function groupOf({ trade, transfer, order, type, line }: Ids): string {
  if (trade !== '') return `trade ${trade} ${order}`;
  return type === 'conversion' && transfer !== '' ? `conversion ${transfer}` : `line ${line}`;
}

function readEntry(sheet: Sheet, row: Row): Entry {
  const [trade, transfer] = [sheet.text(row, 'tradeid'), sheet.text(row, 'transferid')];
  const type = sheet.word(row, 'type');
  return {
    row,
    type,
    time: sheet.time(row, 'time|timestamp'),
    asset: sheet.asset(row, 'amountbalanceunit'),
    amount: sheet.amount(row, 'amount'),
    group: groupOf({ trade, transfer, order: sheet.text(row, 'orderid'), type, line: row.line }),
  };
}

function legOf({ type, asset, amount }: Entry): Leg {
  return { asset, amount, role: type === 'fee' ? 'fee' : 'amount' };
}

function readAccount(sheet: Sheet, outcomes: Outcomes): void {
  const entries = outcomes.readEach(sheet.rows, (row) => readEntry(sheet, row));
  for (const group of groupBy(entries, (entry) => entry.group)) {
    const [first] = group;
    if (first === undefined) continue;
    const legs = group.map(legOf);
    const details = {
      time: first.time,
      wallet: WALLET,
      reference: sheet.text(first.row, 'tradeid|transferid'),
    };
    const isRebate = group.length === 1 && first.type.includes('rebate');
    const kind = isRebate
      ? { income: 'cashback' as const }
      : group.length === 1 && first.type !== 'fee'
        ? plainKind(first)
        : tradeKind(legs);
    outcomes.take(
      group.map(({ row }) => row),
      book(kind, legs, details),
    );
  }
}

export const coinbaseProAccount: Preset = {
  name: 'coinbase-pro-account',
  recognise: (header) =>
    hasColumns(
      header,
      'type',
      'time|timestamp',
      'amount',
      'balance',
      'amountbalanceunit',
      'tradeid',
    ),
  read: readAccount,
};
