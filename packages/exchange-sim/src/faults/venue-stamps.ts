import type { Clock } from '@tidemark/clock/clock';
import type { SimTrade } from '../sim-trade.ts';
import { ToldIds } from './told-ids.ts';

/** From the moment `from` (epoch ms of the simulator's clock) on, the venue's clock is ahead by `ms`. */
interface Offset {
  from: number;
  ms: number;
}

/** The times and ids that a venue gives its trades, which may be wrong ones. */
export class VenueStamps {
  /** The venue's clock. */
  readonly clock: Clock;
  readonly #truth: Clock;
  readonly #offsets: Offset[] = [{ from: -Infinity, ms: 0 }];
  readonly #ids = new Map<string, ToldIds>();

  constructor(truth: Clock) {
    this.#truth = truth;
    this.clock = {
      now: () => this.timeOf(truth.now()),
      monotonic: () => truth.monotonic(),
      sleep: (ms, signal) => truth.sleep(ms, signal),
      after: (ms, callback) => truth.after(ms, callback),
      every: (ms, callback) => truth.every(ms, callback),
    };
  }

  /** When the venue's clock was first set wrong, epoch ms; Infinity: never. */
  get rightUntil(): number {
    return this.#offsets[1]?.from ?? Infinity;
  }

  /** The least and the most that the venue's clock was ahead by, ms. */
  get range(): { least: number; most: number } {
    const all = this.#offsets.map(({ ms }) => ms);
    return { least: Math.min(...all), most: Math.max(...all) };
  }

  /** From now on the venue's clock is ahead by `ms`. What was told keeps its time. */
  setClock(ms: number): void {
    if (this.#offsets.at(-1)?.ms === ms) return;
    this.#offsets.push({ from: this.#truth.now(), ms });
  }

  /** What the venue's clock shows at a moment of the simulator's. */
  timeOf(time: number): number {
    return time + (this.#offsets.findLast(({ from }) => time >= from)?.ms ?? 0);
  }

  /** Undefined while a product's ids were never changed. */
  idsOf(product: string): ToldIds | undefined {
    return this.#ids.get(product);
  }

  /** The ids of a product, to be changed. */
  changeIds(product: string): ToldIds {
    let ids = this.#ids.get(product);
    if (!ids) {
      ids = new ToldIds();
      this.#ids.set(product, ids);
    }
    return ids;
  }

  /** The trade as the venue tells it. */
  tell(product: string, trade: SimTrade): SimTrade {
    if (this.#offsets.length === 1 && this.#ids.size === 0) return trade;
    return {
      ...trade,
      id: this.idsOf(product)?.told(trade.id) ?? trade.id,
      time: this.timeOf(trade.time),
    };
  }
}
