import { readPair, type Pair, type PairReading } from '../cells/pair.ts';
import { readSide } from '../cells/side.ts';
import type { Row } from '../reading/records.ts';
import { shown } from '../refusal.ts';
import type { Sheet } from '../sheet.ts';

/** `buy` or `sell`, by those words alone. */
export function sideOf(sheet: Sheet, row: Row, titles: string): 'buy' | 'sell' {
  const text = sheet.text(row, titles);
  const side = readSide(text);
  if (side === null) throw sheet.refusal(titles, `${shown(text)} is neither buy nor sell`);
  return side;
}

export function pairOf(sheet: Sheet, row: Row, titles: string, reading?: PairReading): Pair {
  const text = sheet.text(row, titles);
  const pair = readPair(text, reading);
  if (pair === null) throw sheet.refusal(titles, `${shown(text)} cannot be parted into two coins`);
  return pair;
}
