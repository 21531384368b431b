import { systemClock } from '@tidemark/clock/system-clock';
import { createModelSource } from '@tidemark/exchange-sim/model/model-source';
import { DEFAULT_COINS } from '@tidemark/exchange-sim/products';
import { createTape, type Tape } from '@tidemark/exchange-sim/tape';
import type { Listing } from '@tidemark/market-data/coins/listing';
import { defaultUniverse } from '@tidemark/market-data/coins/universe';

/** Trades are remembered this long, ms. */
const REMEMBERED_MS = 30_000;

interface TapeTrade {
  id: number;
  time: number;
}

/** The market that the simulator's process makes: a function of seed, rate and time, so that it is known here too. */
export class Truth {
  readonly listings: readonly Listing[] = defaultUniverse().listings;
  readonly coins: readonly string[] = defaultUniverse().coins.map((coin) => coin.coinId);
  readonly tape: Tape;
  readonly #recent = new Map<string, TapeTrade[]>();
  #readUntil = Date.now() - REMEMBERED_MS;

  constructor({ seed, rate }: { seed: number; rate: number }) {
    const source = createModelSource({ clock: systemClock, seed, rate, coins: DEFAULT_COINS });
    this.tape = createTape(source.books);
  }

  /** Reads what fell due since the last call. */
  advance(): void {
    const now = Date.now();
    for (const { exchange, product } of this.listings) {
      const known = this.#recent.get(product) ?? [];
      const news = this.tape.trades(exchange, product, this.#readUntil, now);
      const kept = known.filter(({ time }) => time >= now - REMEMBERED_MS);
      this.#recent.set(product, [...kept, ...news.map(({ id, time }) => ({ id, time }))]);
    }
    this.#readUntil = now;
  }

  /** The last trade of a product at or before `time`, epoch ms; undefined when none is remembered. */
  lastTrade(product: string, time: number): TapeTrade | undefined {
    return this.#recent.get(product)?.findLast((trade) => trade.time <= time);
  }

  /** When a coin was last traded on any venue, at or before `time`; undefined when that is long ago. */
  lastTraded(coinId: string, time: number): number | undefined {
    const times = this.listings
      .filter((listing) => listing.coinId === coinId)
      .flatMap(({ product }) => this.lastTrade(product, time)?.time ?? []);
    return times.length > 0 ? Math.max(...times) : undefined;
  }
}
