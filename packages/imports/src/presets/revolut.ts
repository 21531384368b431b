/**
 * Revolut, crypto statement: `Symbol,Type,Quantity,Price,Value,Fees,Date`. Nothing is signed, the currency stands in the cells, two
 * decimal marks in one file. The zone is not said. Value is quantity times price, the fee beside it; of money only Value is filled.
 */
import { book, bookTrade, feeLeg, plainKind, type Leg } from '../booking.ts';
import { currencyOf, isMoney } from '../cells/asset.ts';
import type { Booking } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { shown } from '../refusal.ts';
import { hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import type { Preset } from '../preset.ts';

const IN = /^(?:receive|deposit|transfer in|top.?up)/;
const OUT = /^(?:send|withdraw|transfer out)/;

function readRow(sheet: Sheet, row: Row): Booking {
  const asset = sheet.asset(row, 'symbol');
  const type = sheet.word(row, 'type');
  const value = sheet.number(row, 'value');
  const fee = sheet.number(row, 'fees|fee');
  const fees =
    fee === null || fee.amount.eq(0) ? [] : [feeLeg(feeCoin(sheet, fee.unit), fee.amount)];
  const details = {
    time: sheet.time(row, 'date'),
    wallet: 'Revolut',
    note: sheet.text(row, 'type'),
  };
  const quantity =
    sheet.amountOr(row, 'quantity') ?? (isMoney(asset) ? (value?.amount ?? null) : null);
  if (quantity === null) throw sheet.refusal('quantity', 'is empty');
  const side = /^(buy|sell)\b/.exec(type)?.[1];
  if (side === 'buy' || side === 'sell') {
    if (value === null || value.unit === '') throw sheet.refusal('value', 'names no currency');
    return bookTrade({
      ...details,
      side,
      base: asset,
      quote: currencyOf(value.unit),
      quantity,
      total: value.amount,
      fees,
    });
  }
  if (/^(?:un)?stake$/.test(type)) {
    const there = type === 'stake' ? quantity.abs() : quantity.abs().neg();
    return book(
      'transfer',
      [{ asset, amount: there.neg() }, { asset, amount: there, wallet: 'Revolut Staked' }, ...fees],
      details,
    );
  }
  const leg: Leg = { asset, amount: quantity.abs() };
  if (IN.test(type)) return book(plainKind(leg), [leg, ...fees], details);
  if (/reward|staking|learn/.test(type))
    return book({ income: /stak/.test(type) ? 'staking' : 'reward' }, [leg, ...fees], details);
  const given: Leg = { asset, amount: quantity.abs().neg() };
  if (/^payment/.test(type)) return book('spend', [given, ...fees], details);
  if (!OUT.test(type))
    throw sheet.refusal('type', `${shown(sheet.text(row, 'type'))} is not known`);
  return book(plainKind(given), [given, ...fees], details);
}

function feeCoin(sheet: Sheet, unit: string): string {
  if (unit === '') throw sheet.refusal('fees|fee', 'names no currency');
  return currencyOf(unit);
}

export const revolut: Preset = {
  name: 'revolut',
  recognise: (header) =>
    hasColumns(header, 'symbol', 'type', 'quantity', 'price', 'value', 'fees|fee', 'date'),
  read: (sheet, outcomes) => outcomes.takeEach(sheet.rows, (row) => readRow(sheet, row)),
};
