import type { Amount } from '@tidemark/ledger/amount';
import { isNegative, isPositive } from './cells/sign.ts';
import type { Row } from './reading/records.ts';

/** A row that was read as one movement, before it is known which others it belongs to. */
export interface Piece {
  row: Row;
  time: number;
  asset: string;
  amount: Amount;
}

/** Pieces by a key, in the order of their first ones. */
export function groupBy<Item>(items: Iterable<Item>, key: (item: Item) => string): Item[][] {
  return [...Map.groupBy(items, key).values()];
}

/** When the first of them was; 0 of none. No spread: a second may hold more rows than a call takes arguments. */
export function earliest(items: readonly { time: number }[]): number {
  return items.reduce((least, { time }) => (time < least ? time : least), items[0]?.time ?? 0);
}

/** Pieces that wait for their other half, and rows of one moment that are told apart, at most: more than any second holds. */
const MAX_OPEN = 300;

/** Whether two pieces are the two halves of one movement; the first is the earlier. */
export type Fits<Item> = (first: Item, second: Item) => boolean;

/**
 * Pairs what lies at most `within` ms apart and fits, each piece once, the nearest in time first; what has no other half stays
 * alone.
 */
export function pairUp<Item extends Piece>(
  items: readonly Item[],
  within: number,
  fits: Fits<Item>,
): Item[][] {
  const sorted = items.toSorted((a, b) => a.time - b.time);
  const groups: Item[][] = [];
  let open: Item[] = [];
  for (const item of sorted) {
    for (const late of open.filter(({ time }) => time < item.time - within)) groups.push([late]);
    open = open.filter(({ time }) => time >= item.time - within);
    const other = nearest(open, item, fits);
    if (other !== undefined) {
      open.splice(open.indexOf(other), 1);
      groups.push([other, item]);
      continue;
    }
    open.push(item);
    if (open.length > MAX_OPEN) groups.push(open.splice(0, 1));
  }
  return [...groups, ...open.map((item) => [item])];
}

/** The latest, and of those of one time the first in the file. */
function nearest<Item extends Piece>(
  open: readonly Item[],
  item: Item,
  fits: Fits<Item>,
): Item | undefined {
  let best: Item | undefined;
  for (const each of open)
    if (fits(each, item) && (best === undefined || each.time > best.time)) best = each;
  return best;
}

export function areOpposite(a: Piece, b: Piece): boolean {
  return isNegative(a.amount) !== isNegative(b.amount);
}

/**
 * Several trades of one moment, told apart where the file's order does so: rows that come in pairs of one taken and one given.
 * Where it does not they stay one group, since what was paid for which cannot be told.
 */
export function tradesOf<Item extends Piece>(
  group: readonly Item[],
  isFee: (item: Item) => boolean,
): Item[][] {
  const legs = group.filter((item) => !isFee(item));
  const had = new Set(legs.filter(({ amount }) => isPositive(amount)).map(({ asset }) => asset));
  const gave = new Set(legs.filter(({ amount }) => isNegative(amount)).map(({ asset }) => asset));
  if ((had.size <= 1 && gave.size <= 1) || legs.length % 2 === 1 || legs.length > MAX_OPEN)
    return [[...group]];
  const pairs: Item[][] = [];
  for (let at = 0; at < legs.length; at += 2) pairs.push(legs.slice(at, at + 2));
  const clear = pairs.every(
    ([a, b]) => a !== undefined && b !== undefined && areOpposite(a, b) && a.asset !== b.asset,
  );
  if (!clear) return [[...group]];
  const trades = groupBy(pairs, (pair) =>
    pair
      .map(({ asset }) => asset)
      .sort()
      .join(' '),
  ).map((each) => each.flat());
  for (const fee of group.filter(isFee)) (tradeOfFee(trades, fee) ?? trades[0])?.push(fee);
  return trades;
}

/** The trade that a fee's coin names; else the one whose rows stand before it. */
function tradeOfFee<Item extends Piece>(trades: readonly Item[][], fee: Item): Item[] | undefined {
  const named = trades.filter((trade) => trade.some(({ asset }) => asset === fee.asset));
  if (named.length === 1) return named[0];
  const before = (trade: Item[]) =>
    Math.max(...trade.map(({ row }) => (row.line < fee.row.line ? row.line : 0)));
  return trades.toSorted((a, b) => before(b) - before(a))[0];
}
