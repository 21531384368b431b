import type { Clock } from '@tidemark/clock/clock';
import type { Random } from '../model/random.ts';
import type { SimTrade } from '../sim-trade.ts';
import type { TradesFault } from './fault-schemas.ts';

interface Rule {
  kind: 'skip' | 'repeat' | 'shuffle';
  product: string | undefined;
  left: number;
  ratio: number;
  until: number;
  windowMs: number;
}

interface Held {
  due: number;
  product: string;
  trade: SimTrade;
}

/** Trades to send, after what the rules did to them. */
export interface TradeBatch {
  product: string;
  trades: SimTrade[];
}

const DEFAULT_WINDOW_MS = 1000;

/** Skips, repeats and shuffles the live trades of a venue. */
export class TradeFaults {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #counted: { skipped: number; repeated: number; shuffled: number };
  #rules: Rule[] = [];
  #held: Held[] = [];

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
    this.#counted = { skipped: 0, repeated: 0, shuffled: 0 };
  }

  /** Trades touched so far. */
  get counted(): Readonly<{ skipped: number; repeated: number; shuffled: number }> {
    return this.#counted;
  }

  add(kind: Rule['kind'], options: TradesFault & { windowMs?: number }): void {
    this.#rules.push({
      kind,
      product: options.product,
      left: options.count ?? Infinity,
      ratio: options.ratio ?? 1,
      until: options.forMs === undefined ? Infinity : this.#clock.now() + options.forMs,
      windowMs: options.windowMs ?? DEFAULT_WINDOW_MS,
    });
  }

  /** Ends the rules. What is held back still comes. */
  clear(): void {
    this.#rules = [];
  }

  apply(product: string, trades: SimTrade[]): SimTrade[] {
    if (this.#rules.length === 0) return trades;
    const now = this.#clock.now();
    this.#rules = this.#rules.filter((rule) => rule.left > 0 && rule.until > now);
    return trades.flatMap((trade) => this.#applyRules(product, trade, now));
  }

  /** Trades that were held back and are due. */
  released(): TradeBatch[] {
    if (this.#held.length === 0) return [];
    const now = this.#clock.now();
    const due = this.#held.filter((held) => held.due <= now).sort((a, b) => a.due - b.due);
    this.#held = this.#held.filter((held) => held.due > now);
    return due.map(({ product, trade }) => ({ product, trades: [trade] }));
  }

  #applyRules(product: string, trade: SimTrade, now: number): SimTrade[] {
    for (const rule of this.#rules) {
      if (!this.#hits(rule, product)) continue;
      rule.left -= 1;
      if (rule.kind === 'skip') {
        this.#counted.skipped += 1;
        return [];
      }
      if (rule.kind === 'repeat') {
        this.#counted.repeated += 1;
        return [trade, trade];
      }
      this.#counted.shuffled += 1;
      this.#held.push({ due: now + this.#random.next() * rule.windowMs, product, trade });
      return [];
    }
    return [trade];
  }

  #hits(rule: Rule, product: string): boolean {
    if (rule.left <= 0 || (rule.product !== undefined && rule.product !== product)) return false;
    return rule.ratio >= 1 || this.#random.next() < rule.ratio;
  }
}
