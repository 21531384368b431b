import { hash3, hashText, Random } from './random.ts';
import { DAY_MS } from './levels.ts';

/** The first day that there is a market: history before it is empty. */
export const BEGINNING = Date.UTC(2017, 0, 1);
/** The day that ids of trades count from, and the first that single trades are told of; days before it have candles. */
export const GENESIS = Date.UTC(2020, 0, 1);

/** How a latent volatility moves: AR(1) of its logarithm. */
const VOL_PERSISTENCE = 0.96;
const VOL_OF_VOL = 0.13;
const MARKET_VOLATILITY = 0.017;
const MARKET_REVERSION = 0.006;
const JUMP_PROBABILITY = 0.008;

/** Day number since genesis. */
export function dayOf(time: number): number {
  return Math.floor((time - GENESIS) / DAY_MS);
}

/** A chain of daily levels in logarithms that reverts to 0, with volatility that clusters and rare jumps. */
export class DailyChain {
  readonly #key: number;
  readonly #options: { volatility: number; reversion: number; jumps: boolean };
  readonly #levels: number[] = [0];
  readonly #sigmas: number[] = [];
  #logVol = 0;
  #past: DailyChain | undefined;

  constructor(key: number, options: { volatility: number; reversion: number; jumps: boolean }) {
    this.#key = key;
    this.#options = options;
  }

  /** Days backwards from genesis: such a chain looks the same in either direction. */
  get #before(): DailyChain {
    this.#past ??= new DailyChain(hash3(this.#key, 0, 5), this.#options);
    return this.#past;
  }

  /** Level at the open of a day; days before genesis have numbers below 0, and a chain of their own that leads up to it. */
  level(day: number): number {
    if (day < 0) return this.#before.level(-day);
    this.#extend(day);
    return this.#levels[day] as number;
  }

  /** The day's standard deviation. */
  sigma(day: number): number {
    if (day < 0) return this.#before.sigma(-day - 1);
    this.#extend(day + 1);
    return this.#sigmas[day] as number;
  }

  #extend(day: number): void {
    while (this.#levels.length <= day) this.#step(this.#levels.length - 1);
  }

  #step(day: number): void {
    const { volatility, reversion, jumps } = this.#options;
    const random = new Random(this.#key, day, 0);
    this.#logVol = VOL_PERSISTENCE * this.#logVol + VOL_OF_VOL * random.normal();
    const sigma = volatility * Math.exp(Math.min(1.5, this.#logVol));
    const jumped = jumps && random.next() < JUMP_PROBABILITY;
    const jump = jumped ? random.normal() * volatility * 3.5 : 0;
    const level = (this.#levels[day] as number) * (1 - reversion) + sigma * random.normal() + jump;
    this.#levels.push(level);
    this.#sigmas.push(sigma + Math.abs(jump) * 0.5);
  }
}

/** The factor that all coins share. */
export function marketChain(seed: number): DailyChain {
  return new DailyChain(hash3(seed, hashText('market'), 0), {
    volatility: MARKET_VOLATILITY,
    reversion: MARKET_REVERSION,
    jumps: true,
  });
}

/** Usual standard deviation of the market's day; what activity is measured against. */
export const USUAL_MARKET_VOLATILITY = MARKET_VOLATILITY;
