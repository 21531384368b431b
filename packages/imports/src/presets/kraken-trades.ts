/**
 * Kraken, trades, UTC: `txid,ordertxid,pair,time,type,ordertype,price,cost,fee,vol,margin,misc,ledgers`. The same trades stand in
 * the ledgers: one of the two files is to be imported. The fee is told in the quote, the ledgers say what it was taken in.
 */
import { bookTrade, feeLeg } from '../booking.ts';
import { readSide } from '../cells/side.ts';
import { UTC } from '../cells/zone.ts';
import type { Booking } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { shown } from '../refusal.ts';
import { hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import { krakenPair } from './kraken-codes.ts';
import type { Preset } from '../preset.ts';

function readTrade(sheet: Sheet, row: Row): Booking {
  const text = sheet.text(row, 'pair');
  const pair = krakenPair(text);
  if (pair === null) throw sheet.refusal('pair', `${shown(text)} cannot be parted into two coins`);
  const side = readSide(sheet.text(row, 'type'));
  if (side === null)
    throw sheet.refusal('type', `${shown(sheet.text(row, 'type'))} is neither buy nor sell`);
  const fee = sheet.amountOr(row, 'fee');
  return bookTrade({
    time: sheet.time(row, 'time', { venue: UTC }),
    wallet: 'Kraken',
    reference: sheet.text(row, 'txid'),
    side,
    ...pair,
    quantity: sheet.amount(row, 'vol'),
    total: sheet.amount(row, 'cost'),
    fees: fee === null ? [] : [feeLeg(pair.quote, fee)],
  });
}

export const krakenTrades: Preset = {
  name: 'kraken-trades',
  recognise: (header) =>
    hasColumns(header, 'pair', 'time', 'type', 'cost', 'fee', 'vol', 'ledgers|ordertxid'),
  read: (sheet, outcomes) => outcomes.takeEach(sheet.rows, (row) => readTrade(sheet, row)),
};
