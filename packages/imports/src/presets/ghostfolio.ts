/**
 * ghostfolio: `Date,Code,(DataSource,)Currency,Price,Quantity,Action,Fee,(Note)`, days alone, in the order day, month, year where a mark
 * stands between. A coin's code has its currency behind it (`BTCUSD`). The fee is in the row's currency. A dividend is price times
 * quantity of money; rows of quantity 0 move nothing.
 */
import { book, bookTrade, feeLeg } from '../booking.ts';
import { readSide } from '../cells/side.ts';
import type { Booking } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { shown } from '../refusal.ts';
import { hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import type { Preset } from '../preset.ts';

function readRow(sheet: Sheet, row: Row): Booking {
  const code = sheet.asset(row, 'code|symbol');
  const currency = sheet.asset(row, 'currency');
  const action = sheet.text(row, 'action|type');
  const fee = sheet.amountOr(row, 'fee');
  const fees = fee === null ? [] : [feeLeg(currency, fee)];
  const details = {
    time: sheet.time(row, 'date', { order: 'DMY' }),
    wallet: '',
    note: sheet.text(row, 'note|comment'),
  };
  const side = readSide(action);
  const total = sheet.amount(row, 'price|unitprice').times(sheet.amount(row, 'quantity'));
  if (side !== null) {
    const isPair = code.length > currency.length + 1 && code.endsWith(currency);
    const base = isPair ? code.slice(0, -currency.length).replace(/-$/, '') : code;
    return bookTrade({
      ...details,
      side,
      base,
      quote: currency,
      quantity: sheet.amount(row, 'quantity'),
      total,
      fees,
    });
  }
  const word = action.toLowerCase();
  if (word === 'dividend' || word === 'interest') {
    const income = word === 'interest' ? 'interest' : 'other';
    return book({ income }, [{ asset: currency, amount: total }, ...fees], {
      ...details,
      note: `${word} of ${code}`,
    });
  }
  if (word !== 'fee') throw sheet.refusal('action|type', `${shown(action)} is not known`);
  return book('fee', fees, { ...details, note: code });
}

export const ghostfolio: Preset = {
  name: 'ghostfolio',
  recognise: (header) =>
    hasColumns(
      header,
      'date',
      'code',
      'currency',
      'price|unitprice',
      'quantity',
      'action|type',
      'fee',
    ),
  read: (sheet, outcomes) => outcomes.takeEach(sheet.rows, (row) => readRow(sheet, row)),
};
