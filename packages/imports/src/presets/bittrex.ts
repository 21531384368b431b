/**
 * Bittrex, order history in three shapes, American dates; a market is named quote first (`USD-BTC`), Price is the sum, and the
 * commission is in the quote, beside it:
 *
 *     OrderUuid,Exchange,Type,Quantity,Limit,CommissionPaid,Price,Opened,Closed
 *     Uuid,Exchange,TimeStamp,OrderType,Limit,Quantity,QuantityRemaining,Commission,Price,PricePerUnit,…
 *     TXID,Time (UTC),Transaction,Order Type,Market,Base,Quote,Price,Quantity (Base),Fees (Quote),Total (Quote),…
 *
 * The last has its pair the usual way, and the fee in its total.
 */
import { bookTrade, feeLeg } from '../booking.ts';
import type { Booking } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { shown } from '../refusal.ts';
import { hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import { pairOf } from './cells.ts';
import type { Preset } from '../preset.ts';

const SIDES = /^(?:limit|market|ceiling_market)_(buy|sell)$/i;

function readOrder(sheet: Sheet, row: Row): Booking {
  const { base: quote, quote: base } = pairOf(sheet, row, 'exchange');
  const type = sheet.text(row, 'ordertype|type');
  const side = SIDES.exec(type)?.[1]?.toLowerCase() === 'buy' ? 'buy' : 'sell';
  if (!SIDES.test(type))
    throw sheet.refusal('ordertype|type', `${shown(type)} is no order that is known`);
  const left = sheet.amountOr(row, 'quantityremaining');
  const quantity = sheet.amount(row, 'quantity');
  return bookTrade({
    time: sheet.time(row, 'closed', { order: 'MDY' }),
    wallet: 'Bittrex',
    reference: sheet.text(row, 'orderuuid|uuid'),
    side,
    base,
    quote,
    quantity: left === null ? quantity : quantity.minus(left),
    total: sheet.amount(row, 'price'),
    fees: [feeLeg(quote, sheet.amount(row, 'commissionpaid|commission'))],
  });
}

function readLast(sheet: Sheet, row: Row): Booking {
  const [base, quote] = [sheet.asset(row, 'base'), sheet.asset(row, 'quote')];
  const word = sheet.word(row, 'transaction');
  if (word !== 'bought' && word !== 'sold')
    throw sheet.refusal('transaction', `${shown(word)} is neither bought nor sold`);
  const fee = sheet.amount(row, 'feesquote').abs();
  const total = sheet.amount(row, 'totalquote').abs();
  return bookTrade({
    time: sheet.time(row, 'timeutc'),
    wallet: 'Bittrex',
    reference: sheet.text(row, 'txid'),
    side: word === 'bought' ? 'buy' : 'sell',
    base,
    quote,
    quantity: sheet.amount(row, 'quantitybase'),
    total: word === 'bought' ? total.minus(fee) : total.plus(fee),
    fees: [feeLeg(quote, fee)],
  });
}

export const bittrex: Preset = {
  name: 'bittrex',
  recognise: (header) =>
    hasColumns(
      header,
      'exchange',
      'ordertype|type',
      'quantity',
      'commissionpaid|commission',
      'price',
      'closed',
    ) ||
    hasColumns(
      header,
      'timeutc',
      'transaction',
      'base',
      'quote',
      'quantitybase',
      'feesquote',
      'totalquote',
    ),
  read: (sheet, outcomes) => {
    const read = sheet.has('quantitybase') ? readLast : readOrder;
    outcomes.takeEach(sheet.rows, (row) => read(sheet, row));
  },
};
