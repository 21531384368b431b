import { ZERO, readAmount, type Amount } from '@tidemark/ledger/amount';
import type { LedgerTransaction } from '@tidemark/ledger/transaction';
import type { Account } from './account-figures.ts';
import type { Outside } from './flows.ts';
import { plus, times, type Known } from './known.ts';
import type { Method } from './method.ts';
import { utcDay } from './utc-day.ts';

/** Base currency for a unit of an asset at the end of a UTC day, counted from 1970-01-01; null where nobody knows. */
export type DayPriceOf = (asset: string, day: number) => Amount | null;

/** A ledger in order of time, with its account: {@link Books} has both. */
export interface Accounted {
  readonly transactions: readonly LedgerTransaction[];
  readonly account: Account;
}

/** What was there at the end of a UTC day, in the base currency. */
export interface DailyValue {
  /** Counted from 1970-01-01. */
  readonly day: number;
  /** What is held, the base currency too: assets with more or less than zero. */
  readonly held: ReadonlyMap<string, Amount>;
  /** Null where a price is missing of something that is held. */
  readonly value: Known;
  /** The assets whose price is missing. */
  readonly lacking: readonly string[];
  /** Until the end of the day since the first transaction, as the account's flows have them. */
  readonly putIn: Known;
  readonly takenOut: Known;
  /**
   * What came from outside on this day and what went there at what it was worth, at spot or else at the day's price: what
   * returns are made of. That is not the growth of `takenOut` where something left at its cost.
   */
  readonly came: Known;
  readonly went: Known;
}

export interface DailyTerms {
  readonly base: string;
  readonly method: Method;
  /** The last day, counted from 1970-01-01. */
  readonly until: number;
  readonly priceOf: DayPriceOf;
}

/**
 * What a ledger was worth on each UTC day from its first transaction on, no day left out. What is held is the sum of its movements,
 * and of what was refused, which is there still. `kept` are days of the same ledger from its first on that did not change
 * (see {@link firstChangedDay}): they are taken as they are.
 */
export function dailyValues(
  { transactions, account }: Accounted,
  { base, method, until, priceOf }: DailyTerms,
  kept: readonly DailyValue[] = [],
): DailyValue[] {
  const [first] = transactions;
  if (first === undefined) return [];
  const days = kept.filter(({ day }) => day <= until);
  const last = days.at(-1);
  const from = last === undefined ? utcDay(first.time) : last.day + 1;
  const changes = changesFrom(transactions, account, method, from);
  const outside = outsideFrom(account, from);
  let held = last?.held ?? new Map<string, Amount>();
  let [putIn, takenOut]: [Known, Known] = [last?.putIn ?? null, last?.takenOut ?? null];
  if (last === undefined) [putIn, takenOut] = [ZERO, ZERO];
  for (let day = from; day <= until; day += 1) {
    held = changed(held, changes.get(day));
    const flows = flowsOf(outside.get(day) ?? [], (asset) => priceOf(asset, day));
    putIn = plus(putIn, flows.putIn);
    takenOut = plus(takenOut, flows.takenOut);
    const { came, went } = flows;
    days.push({ day, held, ...valueOf(held, base, day, priceOf), putIn, takenOut, came, went });
  }
  return days;
}

/**
 * The first UTC day, counted from 1970-01-01, on which anything can differ when transactions from a time on are others. What was
 * taken out at its cost is another figure up to 30 days before under `uk_pool`, where purchases go to earlier sales.
 */
export function firstChangedDay(time: number, method: Method): number {
  return utcDay(time) - (method === 'uk_pool' ? 31 : 0);
}

type Changes = Map<string, Amount>;

/** By day, what was had more or less of. */
function changesFrom(
  transactions: readonly LedgerTransaction[],
  { refused, extrapolated }: Account,
  method: Method,
  from: number,
): Map<number, Changes> {
  const days = new Map<number, Changes>();
  const add = (time: number, asset: string, amount: Amount) => {
    const day = utcDay(time);
    const changes = days.get(day) ?? new Map<string, Amount>();
    days.set(day, changes);
    changes.set(asset, (changes.get(asset) ?? ZERO).plus(amount));
  };
  for (let i = transactions.length - 1; i >= 0; i -= 1) {
    const { time, movements } = transactions[i] as LedgerTransaction;
    if (utcDay(time) < from) break;
    for (const { asset, amount } of movements) add(time, asset, readAmount(amount) ?? ZERO);
  }
  for (const { leg, time, asset, quantity } of refused) {
    if (leg !== 'move' && utcDay(time) >= from) add(time, asset, quantity);
  }
  for (const { time, asset, quantity, held } of method === 'uk_pool' ? [] : extrapolated) {
    if (utcDay(time) >= from) add(time, asset, quantity.minus(held));
  }
  return days;
}

function outsideFrom({ outside }: Account, from: number): Map<number, Outside[]> {
  const days = new Map<number, Outside[]>();
  for (const each of outside) {
    const day = utcDay(each.time);
    if (day < from) continue;
    const list = days.get(day);
    if (list === undefined) days.set(day, [each]);
    else list.push(each);
  }
  return days;
}

function changed(held: ReadonlyMap<string, Amount>, changes: Changes | undefined) {
  if (changes === undefined) return held;
  const next = new Map(held);
  for (const [asset, change] of changes) {
    const quantity = (next.get(asset) ?? ZERO).plus(change);
    if (quantity.eq(0)) next.delete(asset);
    else next.set(asset, quantity);
  }
  return next;
}

function flowsOf(outside: readonly Outside[], priceOf: (asset: string) => Known) {
  const flows: Record<'putIn' | 'takenOut' | 'came' | 'went', Known> = {
    ...{ putIn: ZERO, takenOut: ZERO },
    ...{ came: ZERO, went: ZERO },
  };
  for (const { way, asset, quantity, value, worth } of outside) {
    const [counted, moved] =
      way === 'in' ? (['putIn', 'came'] as const) : (['takenOut', 'went'] as const);
    flows[counted] = plus(flows[counted], value);
    flows[moved] = plus(flows[moved], worth ?? times(quantity, priceOf(asset)));
  }
  return flows;
}

function valueOf(
  held: ReadonlyMap<string, Amount>,
  base: string,
  day: number,
  priceOf: DayPriceOf,
): Pick<DailyValue, 'value' | 'lacking'> {
  let value = ZERO;
  const lacking: string[] = [];
  for (const [asset, quantity] of held) {
    const worth = asset === base ? quantity : times(quantity, priceOf(asset, day));
    if (worth === null) lacking.push(asset);
    else value = value.plus(worth);
  }
  return { value: lacking.length > 0 ? null : value, lacking };
}
