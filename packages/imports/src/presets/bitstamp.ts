/**
 * Bitstamp; times of the first name no zone:
 *
 *     Type,Datetime,Account,Amount,Value,Rate,Fee,Sub Type                                 (units in the cells, "Feb. 14, 2019, 03:32 PM")
 *     ID,Account,Type,Subtype,Datetime,Amount,Amount currency,Value,Value currency,…,Fee,Fee currency,Order ID      (2025, ISO)
 *
 * Nothing is signed; Market rows are trades by their sub type, and a fee comes on top.
 */
import { book, bookTrade, feeLeg, plainKind, type Leg } from '../booking.ts';
import type { Booking } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { shown } from '../refusal.ts';
import { hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import { sideOf } from './cells.ts';
import type { Preset } from '../preset.ts';

interface Part {
  asset: string;
  amount: Leg['amount'];
}

function partOf(sheet: Sheet, row: Row, title: string): Part | null {
  const read = sheet.number(row, title);
  if (read === null) return null;
  const asset = sheet.assetOr(row, `${title}currency`) ?? read.unit.toUpperCase();
  if (asset !== '') return { asset, amount: read.amount.abs() };
  if (read.amount.eq(0)) return null;
  throw sheet.refusal(title, 'names no coin');
}

function readRow(sheet: Sheet, row: Row): Booking {
  const type = sheet.word(row, 'type');
  const amount = partOf(sheet, row, 'amount');
  const fee = partOf(sheet, row, 'fee');
  if (amount === null) throw sheet.refusal('amount', 'is empty');
  const fees = fee === null ? [] : [feeLeg(fee.asset, fee.amount)];
  const details = {
    time: sheet.time(row, 'datetime'),
    wallet: 'Bitstamp',
    reference: sheet.text(row, 'id'),
  };
  if (type === 'market') {
    const value = partOf(sheet, row, 'value');
    if (value === null) throw sheet.refusal('value', 'is empty');
    const side = sideOf(sheet, row, 'subtype');
    return bookTrade({
      ...details,
      side,
      base: amount.asset,
      quote: value.asset,
      quantity: amount.amount,
      total: value.amount,
      fees,
    });
  }
  if (/deposit$/.test(type)) return book(plainKind(amount), [amount, ...fees], details);
  if (/reward|staking|lending/.test(type))
    return book({ income: 'staking' }, [amount, ...fees], details);
  if (!/withdrawal$/.test(type))
    throw sheet.refusal('type', `${shown(sheet.text(row, 'type'))} is not known`);
  const leg = { asset: amount.asset, amount: amount.amount.neg() };
  return book(plainKind(leg), [leg, ...fees], details);
}

export const bitstamp: Preset = {
  name: 'bitstamp',
  recognise: (header) =>
    hasColumns(header, 'type', 'datetime', 'account', 'amount', 'value', 'rate', 'fee', 'subtype'),
  read: (sheet, outcomes) => outcomes.takeEach(sheet.rows, (row) => readRow(sheet, row)),
};
