/**
 * HitBTC, trades: `("Email",)"Date (+01:00)","Instrument","Trade ID","Order ID","Side","Quantity","Price","Volume","Fee","Rebate","Total"`. The
 * offset stands in the title. Fee and rebate are in the quote: Total is Volume with the fee.
 */
import { bookTrade, feeLeg, type Leg } from '../booking.ts';
import type { Booking } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { columnLike, hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import { pairOf, sideOf } from './cells.ts';
import type { Preset } from '../preset.ts';

function readRow(sheet: Sheet, row: Row): Booking {
  const pair = pairOf(sheet, row, 'instrument');
  const rebate = sheet.amountOr(row, 'rebate');
  const fees: Leg[] = [feeLeg(pair.quote, sheet.amount(row, 'fee'))];
  if (rebate !== null) fees.push({ asset: pair.quote, amount: rebate.abs(), role: 'fee' });
  return bookTrade({
    time: sheet.time(row, columnLike(sheet.header, /^date/) ?? ''),
    wallet: 'HitBTC',
    reference: sheet.text(row, 'tradeid'),
    side: sideOf(sheet, row, 'side'),
    ...pair,
    quantity: sheet.amount(row, 'quantity'),
    total: sheet.amount(row, 'volume'),
    fees,
  });
}

export const hitbtc: Preset = {
  name: 'hitbtc',
  recognise: (header) =>
    hasColumns(header, 'instrument', 'side', 'quantity', 'volume', 'fee', 'rebate', 'total'),
  read: (sheet, outcomes) => outcomes.takeEach(sheet.rows, (row) => readRow(sheet, row)),
};
