/**
 * bitFlyer: `Trade Date;Product;Trade Type;Traded Price;Currency 1;Amount (Currency 1);Fee;USD Rate (Currency);Currency 2;Amount (Currency
 * 2);Order ID;Details`. Amounts are signed by what the type means; the fee has no sign, and is of the first currency.
 */
import { book, bookTrade, feeLeg, plainKind, type Leg } from '../booking.ts';
import { readSide } from '../cells/side.ts';
import type { Booking } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { shown } from '../refusal.ts';
import { hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import type { Preset } from '../preset.ts';

function readRow(sheet: Sheet, row: Row): Booking {
  const [base, quantity] = [sheet.asset(row, 'currency1'), sheet.amount(row, 'amountcurrency1')];
  const fee = sheet.amountOr(row, 'fee');
  const fees: Leg[] = fee === null ? [] : [feeLeg(base, fee)];
  const type = sheet.text(row, 'tradetype');
  const details = {
    time: sheet.time(row, 'tradedate'),
    wallet: 'bitFlyer',
    note: type,
    reference: sheet.text(row, 'orderid'),
  };
  const side = readSide(type);
  if (side !== null) {
    const [quote, total] = [sheet.asset(row, 'currency2'), sheet.amount(row, 'amountcurrency2')];
    return bookTrade({ ...details, side, base, quote, quantity, total, fees });
  }
  const way = /^(?:deposit|receive)/i.test(type) ? 1 : /^(?:withdraw|send)/i.test(type) ? -1 : null;
  if (way === null) throw sheet.refusal('tradetype', `${shown(type)} is not known`);
  const leg: Leg = { asset: base, amount: quantity.abs().times(way) };
  return book(plainKind(leg), [leg, ...fees], details);
}

export const bitflyer: Preset = {
  name: 'bitflyer',
  recognise: (header) =>
    hasColumns(
      header,
      'tradedate',
      'tradetype',
      'currency1',
      'amountcurrency1',
      'currency2',
      'amountcurrency2',
    ),
  read: (sheet, outcomes) => outcomes.takeEach(sheet.rows, (row) => readRow(sheet, row)),
};
