/**
 * crypto.com Exchange, trades, UTC: `Order ID,Trade ID,Time (UTC),Symbol,Side,Trade Price,Trade Amount,Volume of Business,Fee,Fee
 * Currency`. One trade id may stand before several fills, so it is no key.
 */
import { bookTrade, feeLeg } from '../booking.ts';
import { readPair } from '../cells/pair.ts';
import { readSide } from '../cells/side.ts';
import type { Booking } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { shown } from '../refusal.ts';
import { hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import type { Preset } from '../preset.ts';

function readTrade(sheet: Sheet, row: Row): Booking {
  const pair = readPair(sheet.text(row, 'symbol'));
  if (pair === null)
    throw sheet.refusal(
      'symbol',
      `${shown(sheet.text(row, 'symbol'))} cannot be parted into two coins`,
    );
  const side = readSide(sheet.text(row, 'side'));
  if (side === null)
    throw sheet.refusal('side', `${shown(sheet.text(row, 'side'))} is neither buy nor sell`);
  const [fee, feeCoin] = [sheet.amountOr(row, 'fee'), sheet.assetOr(row, 'feecurrency')];
  return bookTrade({
    time: sheet.time(row, 'timeutc|time'),
    wallet: 'crypto.com Exchange',
    reference: sheet.text(row, 'tradeid'),
    side,
    ...pair,
    quantity: sheet.amount(row, 'tradeamount'),
    total: sheet.amount(row, 'volumeofbusiness'),
    fees: fee === null || feeCoin === null ? [] : [feeLeg(feeCoin, fee)],
  });
}

export const cryptoComExchange: Preset = {
  name: 'crypto-com-exchange',
  recognise: (header) =>
    hasColumns(header, 'timeutc|time', 'symbol', 'side', 'tradeamount', 'volumeofbusiness', 'fee'),
  read: (sheet, outcomes) => outcomes.takeEach(sheet.rows, (row) => readTrade(sheet, row)),
};
