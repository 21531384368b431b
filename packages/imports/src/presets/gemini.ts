/**
 * Gemini, account history, as XLSX and as the text of it: `Date,Time (UTC),Type,Symbol,Specification,…` and three columns for every
 * coin the account ever held, `BTC Amount BTC`, `Fee (BTC) BTC`, `BTC Balance BTC`. In a workbook both date cells are the same
 * serial number; as text amounts are `($519.83)` and `0.0101601 BTC `, brackets for a minus. A row without a date is a total.
 */
import { book, plainKind, tradeKind, type Leg } from '../booking.ts';
import type { Booking, Ignored } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { hasColumns, type Header } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import type { Preset } from '../preset.ts';

interface CoinColumns {
  asset: string;
  amount: number;
  fee: number | null;
}

function coinsOf({ titles }: Header): CoinColumns[] {
  return titles.flatMap((title, amount) => {
    const asset = /^(\S+) Amount\b/i.exec(title)?.[1];
    if (asset === undefined) return [];
    const fee = titles.findIndex((each) =>
      each.toUpperCase().startsWith(`FEE (${asset.toUpperCase()})`),
    );
    return [{ asset: asset.toUpperCase(), amount, fee: fee === -1 ? null : fee }];
  });
}

/** In a workbook the date holds the time too; as text it is the day alone. */
function timeOf(sheet: Sheet, row: Row): number {
  const [date, clock] = [sheet.text(row, 'date'), sheet.text(row, 'timeutc')];
  return sheet.time(row, 'timeutc', {}, date === clock || clock === '' ? date : `${date} ${clock}`);
}

function readRow(sheet: Sheet, row: Row, coins: readonly CoinColumns[]): Booking | Ignored {
  if (sheet.text(row, 'date') === '') return { ignored: 'a total, without a date' };
  const legs = coins.flatMap(({ asset, amount, fee }): Leg[] => {
    const [moved, taken] = [
      sheet.amountOr(row, amount),
      fee === null ? null : sheet.amountOr(row, fee),
    ];
    return [
      ...(moved === null ? [] : [{ asset, amount: moved }]),
      // Negative as it is written; what is positive is given back.
      ...(taken === null ? [] : [{ asset, amount: taken, role: 'fee' as const }]),
    ];
  });
  const type = sheet.word(row, 'type');
  const specification = sheet.text(row, 'specification');
  const details = {
    time: timeOf(sheet, row),
    wallet: 'Gemini',
    note: [type, specification].filter((text) => text !== '').join(': '),
    reference: sheet.text(row, 'tradeid|txhash'),
  };
  const [first] = legs.filter(({ amount }) => !amount.eq(0));
  if (type === 'buy' || type === 'sell' || first === undefined)
    return book(tradeKind(legs), legs, details);
  const words = `${type} ${specification}`.toLowerCase();
  if (first.amount.gt(0) && /interest/.test(words))
    return book({ income: 'interest' }, legs, details);
  if (first.amount.gt(0) && /reward|cash back|referral/.test(words))
    return book({ income: 'reward' }, legs, details);
  return book(legs.length === 1 ? plainKind(first) : tradeKind(legs), legs, details);
}

export const gemini: Preset = {
  name: 'gemini',
  recognise: (header) =>
    hasColumns(header, 'date', 'timeutc', 'type', 'symbol', 'specification') &&
    coinsOf(header).length > 0,
  read: (sheet, outcomes) => {
    const coins = coinsOf(sheet.header);
    outcomes.takeEach(sheet.rows, (row) => readRow(sheet, row, coins));
  },
};
