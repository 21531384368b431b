import type { SimCoin } from '../products.ts';
import { DAY_MS, fanOut, levelMs, MINUTE_LEVEL, MINUTE_MS, nodeKey } from './levels.ts';
import { DailyChain, GENESIS, USUAL_MARKET_VOLATILITY } from './market-days.ts';
import { Memo } from './memo.ts';
import type { PriceNode } from './price-node.ts';
import { hash3, hashText, Random } from './random.ts';
import { splitPrice } from './price-split.ts';

const SPLITS_KEPT = 3000;

/**
 * The price of one coin at every time, as a tree: a day's candle comes from the daily chains, and each span is split
 * into its parts by noise that depends on (seed, coin, span) alone. Both venues read the same tree, so that they
 * stay close together. Nothing is stored but a memo.
 */
export class PriceTree {
  readonly coin: SimCoin;
  readonly #market: DailyChain;
  readonly #own: DailyChain;
  readonly #key: number;
  readonly #days = new Memo<PriceNode>(SPLITS_KEPT);
  readonly #splits = new Memo<PriceNode[]>(SPLITS_KEPT);

  constructor(seed: number, coin: SimCoin, market: DailyChain) {
    this.coin = coin;
    this.#market = market;
    this.#key = hash3(seed, hashText(coin.id), 1);
    this.#own = new DailyChain(hash3(seed, hashText(coin.id), 2), coin);
  }

  /** The candle of a day (number since genesis). `activity` is 1 on a usual day. */
  day(day: number): PriceNode {
    return this.#days.get(day, () => this.#makeDay(day));
  }

  /** The parts of a node that starts at `start` (epoch ms), in order. */
  children(level: number, start: number, node: PriceNode): PriceNode[] {
    return this.#splits.get(nodeKey(level, start), () => this.#split(level, start, node));
  }

  /** Noise within a minute that all venues share. */
  minuteRandom(start: number): Random {
    return new Random(this.#key, MINUTE_LEVEL + 1, start / MINUTE_MS);
  }

  /** Price at the open of a day. */
  level(day: number): number {
    const { price, beta } = this.coin;
    return price * Math.exp(beta * this.#market.level(day) + this.#own.level(day));
  }

  #makeDay(day: number): PriceNode {
    const open = this.level(day);
    const close = this.level(day + 1);
    const sigma = Math.hypot(this.coin.beta * this.#market.sigma(day), this.#own.sigma(day));
    const usual = Math.hypot(this.coin.beta * USUAL_MARKET_VOLATILITY, this.coin.volatility);
    const random = new Random(this.#key, day, 0);
    const high = open * Math.exp(bridgeMaximum(Math.log(close / open), sigma, random));
    const low = open * Math.exp(-bridgeMaximum(-Math.log(close / open), sigma, random));
    const weekend = new Date(GENESIS + day * DAY_MS).getUTCDay() % 6 === 0 ? 0.72 : 1.08;
    return { open, high, low, close, activity: weekend * Math.sqrt(sigma / usual) };
  }

  #split(level: number, start: number, node: PriceNode): PriceNode[] {
    const random = new Random(this.#key, level + 1, start / MINUTE_MS);
    const parts = fanOut(level);
    const partMs = levelMs(level + 1);
    const activity: number[] = [];
    for (let i = 0; i < parts; i += 1) {
      const shape = level < 2 ? timeOfDay(start + (i + 0.5) * partMs) : 1;
      activity.push(shape * Math.exp(ACTIVITY_NOISE * random.normal()));
    }
    return splitPrice(node, activity, random);
  }
}

const ACTIVITY_NOISE = 0.38;

/**
 * The largest excess over its start of a Brownian bridge that ends at `end`, by inverting its distribution
 * P(max < m) = 1 - exp(-2 m (m - end) / sigma²).
 */
export function bridgeMaximum(end: number, sigma: number, random: Random): number {
  return (end + Math.sqrt(end * end + 2 * sigma * sigma * random.exponential())) / 2;
}

/** The day's shape: busiest when Europe and America are both awake (about 15:00 UTC), calm near 04:00. */
export function timeOfDay(time: number): number {
  const hour = (time % DAY_MS) / 3_600_000;
  const main = Math.cos(((hour - 15) / 24) * 2 * Math.PI);
  const open = Math.exp(-((hour - 14) ** 2) / 4);
  return 1 + 0.38 * main + 0.3 * open;
}
