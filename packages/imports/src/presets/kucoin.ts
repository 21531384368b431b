/**
 * KuCoin, fills and funds in many shapes, whose offset stands in the title of the time column and differs by account:
 *
 *     tradeCreatedAt;(orderId;)symbol;side;price;size;funds;fee;(liquidity;)feeCurrency;(orderType)      (also `,`; decimal comma with `;`)
 *     UID,Account Type,Order ID,(Order Time(UTC+02:00),)Symbol,Side,…,Filled Amount,Filled Volume,…,Filled Time(UTC+02:00),Fee,…,Status
 *     UID,Account Type,Time(UTC+02:00),Coin|Currency,(Side,)Amount,Fee,(Hash,Withdrawal Address/Account,)…,Status,Remarks
 *
 * Only `deal` and `SUCCESS` happened. A withdrawal's fee comes on top of its amount.
 */
import { book, bookTrade, feeLeg, plainKind } from '../booking.ts';
import { isDone } from '../generic/vocabulary.ts';
import type { Booking, Ignored } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { shown } from '../refusal.ts';
import { columnLike, hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import { pairOf, sideOf } from './cells.ts';
import type { Preset } from '../preset.ts';

const WALLET = 'KuCoin';
const FILLED = /^(?:filledtime|tradecreatedat)/;
const TIME = /^time(?:utc|$)/;
const VOLUME = 'filledvolume|funds';

function undone(sheet: Sheet, row: Row): Ignored | null {
  if (!sheet.has('status')) return null;
  const done = isDone(sheet.text(row, 'status'));
  if (done === null)
    throw sheet.refusal(
      'status',
      `${shown(sheet.text(row, 'status'))} is a state that is not known`,
    );
  return done ? null : { ignored: 'not completed' };
}

function readFill(sheet: Sheet, row: Row): Booking | Ignored {
  const not = undone(sheet, row);
  if (not !== null) return not;
  const [fee, coin] = [sheet.amountOr(row, 'fee'), sheet.assetOr(row, 'feecurrency')];
  if (fee?.eq(0) === false && coin === null) throw sheet.refusal('feecurrency', 'is empty');
  return bookTrade({
    time: sheet.time(row, columnLike(sheet.header, FILLED) ?? ''),
    wallet: WALLET,
    reference: sheet.text(row, 'orderid'),
    side: sideOf(sheet, row, 'side'),
    ...pairOf(sheet, row, 'symbol'),
    quantity: sheet.amount(row, 'filledamount|size'),
    total: sheet.amount(row, VOLUME),
    fees: fee === null || coin === null ? [] : [feeLeg(coin, fee)],
  });
}

export const kucoinTrades: Preset = {
  name: 'kucoin-trades',
  recognise: (header) =>
    hasColumns(header, 'symbol', 'side', 'filledamount|size', VOLUME, 'fee', 'feecurrency') &&
    columnLike(header, FILLED) !== undefined,
  read: (sheet, outcomes) => outcomes.takeEach(sheet.rows, (row) => readFill(sheet, row)),
};

/** A deposit or a withdrawal, by the side, the remark, or the column for the address that only withdrawals have. */
function directionOf(sheet: Sheet, row: Row): 1 | -1 {
  const words = [
    sheet.word(row, 'side'),
    sheet.word(row, 'remarks|remark'),
    sheet.word(row, 'type'),
  ];
  for (const word of words) {
    if (/^(?:withdraw|out)/.test(word)) return -1;
    if (/^(?:deposit|in$)/.test(word)) return 1;
  }
  if (sheet.has('withdrawaladdressaccount')) return -1;
  if (sheet.has('depositaddress')) return 1;
  throw sheet.refusal('side|remarks|remark', 'says neither deposit nor withdrawal');
}

function readFund(sheet: Sheet, row: Row): Booking | Ignored {
  const not = undone(sheet, row);
  if (not !== null) return not;
  const asset = sheet.asset(row, 'coin|currency');
  const amount = sheet.amount(row, 'amount').abs().times(directionOf(sheet, row));
  const fee = sheet.amountOr(row, 'fee');
  const details = {
    time: sheet.time(row, columnLike(sheet.header, TIME) ?? ''),
    wallet: WALLET,
    note: [sheet.text(row, 'type'), sheet.text(row, 'remarks|remark')]
      .filter((text) => text !== '')
      .join(': '),
    reference: sheet.text(row, 'hash'),
  };
  return book(
    plainKind({ asset, amount }),
    [{ asset, amount }, ...(fee === null ? [] : [feeLeg(asset, fee)])],
    details,
  );
}

export const kucoinFunds: Preset = {
  name: 'kucoin-funds',
  recognise: (header) =>
    hasColumns(header, 'uid', 'accounttype', 'coin|currency', 'amount', 'fee') &&
    columnLike(header, TIME) !== undefined,
  read: (sheet, outcomes) => outcomes.takeEach(sheet.rows, (row) => readFund(sheet, row)),
};
