/**
 * Binance order history, UTC: a row an order, under it a header of its own and a row a fill, both beginning with an empty cell:
 *
 *     Date(UTC);Pair;Type;Order Price;Order Amount;AvgTrading Price;Filled;Total;status
 *     ;Date(UTC);Trading Price;Filled;Total;Fee;;;
 *     ;2020-03-19 17:02:52;6236.39;0.041600;259.43382400;0.01612653BNB;;;
 *
 * The fills are what happened, and alone have the fee: the order only says pair and side. An order without fills under it was
 * not asked for in detail, so that its own sums count.
 */
import { bookTrade, type Trade } from '../booking.ts';
import { readPair } from '../cells/pair.ts';
import { readSide } from '../cells/side.ts';
import type { Outcomes } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { Refusal, shown } from '../refusal.ts';
import { hasColumns, plainTitle } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import { BINANCE_QUOTES, gluedFee } from './binance-trades.ts';
import type { Preset } from '../preset.ts';

type Order = Pick<Trade, 'side' | 'base' | 'quote' | 'wallet'>;

/** Columns of a fill, which is under a header of its own. */
const FILL = { time: 1, filled: 3, total: 4, fee: 5 };

function readOrder(sheet: Sheet, row: Row): Order {
  const text = sheet.text(row, 'pair');
  const pair = readPair(text, { quotes: BINANCE_QUOTES });
  if (pair === null) throw sheet.refusal('pair', `${shown(text)} cannot be parted into two coins`);
  const side = readSide(sheet.text(row, 'type|side'));
  if (side === null) {
    throw sheet.refusal(
      'type|side',
      `${shown(sheet.text(row, 'type|side'))} is neither buy nor sell`,
    );
  }
  return { ...pair, side, wallet: 'Binance Spot' };
}

function isFill(row: Row): boolean {
  return (row.cells[0] ?? '').trim() === '';
}

function takeOrder(sheet: Sheet, outcomes: Outcomes, master: Row, fills: readonly Row[]): void {
  outcomes.takeEach([master], (row) => {
    const order = readOrder(sheet, row);
    if (fills.length > 0) return { ignored: 'an order, whose fills count' };
    if (sheet.word(row, 'status') === 'canceled') return { ignored: 'cancelled' };
    const total = sheet.amount(row, 'total');
    return bookTrade({
      ...order,
      time: sheet.time(row, 'dateutc'),
      quantity: sheet.amount(row, 'filled'),
      total,
    });
  });
  outcomes.takeEach(fills, (row) => {
    let order;
    try {
      order = readOrder(sheet, master);
    } catch (error) {
      throw error instanceof Refusal
        ? new Refusal('row', `its order in line ${master.line} is refused`)
        : error;
    }
    return bookTrade({
      ...order,
      // The master's title says which zone.
      time: sheet.time(row, 'dateutc', {}, sheet.text(row, FILL.time)),
      quantity: sheet.amount(row, FILL.filled),
      total: sheet.amount(row, FILL.total),
      fees: gluedFee(sheet, sheet.text(row, FILL.fee), order),
    });
  });
}

export const binanceOrders: Preset = {
  name: 'binance-orders',
  rowsDepend: true,
  recognise: (header) =>
    hasColumns(header, 'dateutc', 'pair', 'type|side', 'orderprice', 'filled', 'total', 'status'),
  read: (sheet, outcomes) => {
    let master: Row | null = null;
    let fills: Row[] = [];
    const finish = () => {
      if (master !== null) takeOrder(sheet, outcomes, master, fills);
      fills = [];
    };
    for (const row of sheet.rows) {
      if (!isFill(row)) {
        finish();
        master = row;
      } else if (plainTitle(row.cells[1] ?? '').startsWith('date'))
        outcomes.ignore('a header of fills');
      else if (master === null)
        outcomes.refuse(row, new Refusal('row', 'a fill without an order above it'));
      else fills.push(row);
    }
    finish();
  },
};
