import type { ExitReason } from '@tidemark/contracts/backtest';
import type { Bar } from '@tidemark/indicators/bar';
import type { Streaming } from '@tidemark/indicators/streaming';
import type { Account, Fill } from './account.ts';
import type { Amount } from './amount.ts';

/** Rules at work. Without an exit rule the exit is the entry's end: the bar at which it is known not to hold. */
export interface Rules {
  readonly entry: Streaming<Bar, boolean>;
  readonly exit: Streaming<Bar, boolean> | null;
}

/** What the rules say at a bar's close. Unknown is neither. */
export interface Signal {
  /** The entry rule's answer was known. */
  readonly known: boolean;
  /** To be bought; never when the exit rule holds too. */
  readonly enter: boolean;
  readonly leave: boolean;
}

/** Asks both rules at a bar, once each. */
export function signalAt({ entry, exit }: Rules, bar: Bar | null): Signal {
  const holds = entry.next(bar);
  const leave = exit === null ? holds === false : exit.next(bar) === true;
  return { known: holds !== null, enter: holds === true && !leave, leave };
}

/** Prices that end a trade within a bar; null: there is none. */
interface PriceLimits {
  readonly stop: number | null;
  readonly target: number | null;
}

/** Where and why a trade ends within a bar. */
interface LimitHit {
  readonly price: number;
  readonly reason: Extract<ExitReason, 'stop_loss' | 'take_profit'>;
}

/** Coins in hand. */
export interface Position {
  /** What was paid, the fee included. */
  readonly cost: Amount;
  /** Open of the bar they were bought in, epoch ms. */
  readonly time: number;
  /** Place of that bar in the period. */
  readonly index: number;
  readonly fill: Fill;
  readonly limits: PriceLimits;
}

/** A position that was closed. */
export interface Trade {
  readonly entry: Position;
  readonly exit: { readonly time: number; readonly index: number; readonly fill: Fill };
  /** What was got, the fee taken off. */
  readonly proceeds: Amount;
  /** Proceeds − cost. */
  readonly profit: Amount;
  readonly reason: ExitReason;
}

export interface TraderTerms {
  readonly stopLossPct: number | null;
  readonly takeProfitPct: number | null;
  /** What a sale on a signal is called. */
  readonly leaveReason: Extract<ExitReason, 'exit_rule' | 'entry_ended'>;
}

/**
 * Trades one account, long or in cash. For each bar: first `trade`, which knows the order from the bar before and what the
 * bar does after its open, then `decide` with the signal of its close. An order is carried out at the next bar's open, so
 * nothing is decided by what is not yet known.
 */
export class Trader {
  readonly #account: Account;
  readonly #terms: TraderTerms;
  readonly #trades: Trade[] = [];
  #position: Position | null = null;
  #order: 'buy' | 'sell' | null = null;

  constructor(account: Account, terms: TraderTerms) {
    this.#account = account;
    this.#terms = terms;
  }

  get trades(): readonly Trade[] {
    return this.#trades;
  }

  get position(): Position | null {
    return this.#position;
  }

  get order(): 'buy' | 'sell' | null {
    return this.#order;
  }

  /** Carries out the order at the bar's open, then the limits within the bar. True when coins were held after the open. */
  trade(bar: Bar, index: number): boolean {
    if (this.#order === 'buy') this.#enter(bar, index);
    if (this.#order === 'sell') this.#leave(bar, index, bar.open, this.#terms.leaveReason);
    this.#order = null;
    if (this.#position === null) return false;
    const hit = limitHit(bar, this.#position.limits);
    if (hit !== null) this.#leave(bar, index, hit.price, hit.reason);
    return hit?.price !== bar.open;
  }

  decide({ enter, leave }: Signal): void {
    if (this.#position === null) this.#order = enter ? 'buy' : null;
    else this.#order = leave ? 'sell' : null;
  }

  #enter({ time, open }: Bar, index: number): void {
    const fill = this.#account.buy(open);
    if (fill === null) return;
    const { stopLossPct, takeProfitPct } = this.#terms;
    const limits = limitsAround(fill.price.toNumber(), stopLossPct, takeProfitPct);
    this.#position = { cost: fill.value.plus(fill.fee), time, index, fill, limits };
  }

  #leave({ time }: Bar, index: number, price: number, reason: ExitReason): void {
    const entry = this.#position;
    if (entry === null) return;
    const fill = this.#account.sell(price);
    const proceeds = fill.value.minus(fill.fee);
    const profit = proceeds.minus(entry.cost);
    this.#trades.push({ entry, exit: { time, index, fill }, proceeds, profit, reason });
    this.#position = null;
  }
}

/** Limits around what was paid for a coin, percent away from it. */
function limitsAround(
  entryPrice: number,
  stopLossPct: number | null,
  takeProfitPct: number | null,
): PriceLimits {
  return {
    stop: stopLossPct === null ? null : entryPrice * (1 - stopLossPct / 100),
    target: takeProfitPct === null ? null : entryPrice * (1 + takeProfitPct / 100),
  };
}

/**
 * The first limit that a bar reaches, or null. A bar that opens past a limit ends the trade at its open. Within the bar the
 * order of high and low is not known: where both limits are reached, the stop is taken to have come first.
 */
function limitHit({ open, high, low }: Bar, { stop, target }: PriceLimits): LimitHit | null {
  if (stop !== null && open <= stop) return { price: open, reason: 'stop_loss' };
  if (target !== null && open >= target) return { price: open, reason: 'take_profit' };
  if (stop !== null && low <= stop) return { price: stop, reason: 'stop_loss' };
  if (target !== null && high >= target) return { price: target, reason: 'take_profit' };
  return null;
}
