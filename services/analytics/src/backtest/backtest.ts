import type { EquityPoint } from '@tidemark/contracts/backtest';
import type { Bar } from '@tidemark/indicators/bar';
import { Account, type Costs, type Fill } from './account.ts';
import type { Amount } from './amount.ts';
import { signalAt, Trader, type Rules, type Position, type Trade } from './trader.ts';

export interface BacktestTerms extends Costs {
  /** USD, above 0. */
  readonly initialCash: Amount;
  readonly stopLossPct: number | null;
  readonly takeProfitPct: number | null;
  /** Open of the first bar that may be traded on, epoch ms; earlier ones only warm the rules. */
  readonly from: number;
}

export interface BacktestResult {
  readonly strategy: Account;
  readonly trades: readonly Trade[];
  /** Still held at the last close. */
  readonly position: Position | null;
  /** Decided at the last close; there is no bar yet to carry it out. */
  readonly order: 'buy' | 'sell' | null;
  /** Of who spent all cash at the first open that the strategy could have bought at, and held. */
  readonly holding: Account;
  /** How it began; null: there was no second bar, or not enough cash. */
  readonly holdingEntry: (Fill & { readonly time: number }) | null;
  readonly equity: readonly EquityPoint[];
  /** Bars in which coins were held after the open. */
  readonly barsHeld: number;
  /** First bar of the period at which the entry rule was known. */
  readonly knownFrom: number | null;
  readonly firstBar: Bar | null;
  readonly lastBar: Bar | null;
}

/**
 * Trades by rules over closed bars, oldest first. A rule is asked at a bar's close, and what it says is done at the open of
 * the next bar that exists; that is also what holding starts with. A bar that does not exist (null), or without prices above 0, is
 * passed over: it is no bar of the period, and orders wait. Equity is cash and coins at each close, without the
 * cost of selling them.
 */
export function backtest(
  bars: Iterable<Bar | null>,
  rules: Rules,
  terms: BacktestTerms,
): BacktestResult {
  const run = new Run(rules, terms);
  for (const bar of bars) {
    if (bar === null || !hasPrices(bar)) signalAt(rules, null);
    else if (bar.time < terms.from) signalAt(rules, bar);
    else run.next(bar);
  }
  return run.result();
}

function hasPrices({ open, high, low, close }: Bar): boolean {
  const least = Math.min(open, high, low, close);
  return least > 0 && Number.isFinite(Math.max(open, high, low, close));
}

/** A backtest under way. */
class Run {
  readonly #rules: Rules;
  readonly #account: Account;
  readonly #held: Account;
  readonly #trader: Trader;
  readonly #equity: EquityPoint[] = [];
  #entry: (Fill & { readonly time: number }) | null = null;
  #barsHeld = 0;
  #knownFrom: number | null = null;
  #firstBar: Bar | null = null;
  #lastBar: Bar | null = null;

  constructor(rules: Rules, terms: BacktestTerms) {
    this.#rules = rules;
    this.#account = new Account(terms.initialCash, terms);
    this.#held = new Account(terms.initialCash, terms);
    const leaveReason = rules.exit === null ? 'entry_ended' : 'exit_rule';
    this.#trader = new Trader(this.#account, { ...terms, leaveReason });
  }

  /** Takes a bar of the period. */
  next(bar: Bar): void {
    const index = this.#equity.length;
    if (index === 1) this.#hold(bar);
    if (this.#trader.trade(bar, index)) this.#barsHeld++;
    const signal = signalAt(this.#rules, bar);
    this.#trader.decide(signal);
    if (signal.known) this.#knownFrom ??= bar.time;
    this.#firstBar ??= bar;
    this.#lastBar = bar;
    this.#equity.push(this.#pointAt(bar));
  }

  result(): BacktestResult {
    const { trades, position, order } = this.#trader;
    return {
      strategy: this.#account,
      holding: this.#held,
      holdingEntry: this.#entry,
      equity: this.#equity,
      ...{ trades, position, order },
      barsHeld: this.#barsHeld,
      knownFrom: this.#knownFrom,
      firstBar: this.#firstBar,
      lastBar: this.#lastBar,
    };
  }

  #hold({ time, open }: Bar): void {
    const fill = this.#held.buy(open);
    if (fill !== null) this.#entry = { ...fill, time };
  }

  #pointAt({ time, close }: Bar): EquityPoint {
    const held = this.#held.closeAt(time, close);
    return {
      time,
      ...this.#account.closeAt(time, close),
      holding_equity: held.equity,
      holding_drawdown: held.drawdown,
    };
  }
}
