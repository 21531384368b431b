import { apportion } from './apportion.ts';
import { MINUTE_MS } from './levels.ts';
import type { Random } from './random.ts';
import type { Bar } from './span.ts';

/** The trades of a minute, one entry an index in every array; the ids count up from `firstId`. */
export interface MinuteTrades {
  /** Epoch ms of the minute. */
  start: number;
  count: number;
  firstId: number;
  /** Microseconds since the minute's start, ascending. */
  micros: Uint32Array;
  /** Ticks. */
  price: Float64Array;
  /** Lots. */
  size: Float64Array;
  /** First raw id of each trade; one entry more than there are trades. */
  firstRaw: Float64Array;
  /** 1 where the taker bought. */
  buy: Uint8Array;
}

/** How far a trade strays from the straight line between the minute's turning points, in shares of its range. */
const STRAY = 0.16;

/**
 * The trades that make a minute's candle: the first at its open, the last at its close, one at the high, one at the
 * low, the rest between; sizes and raw trades sum to the candle's. `bar.trades` is at least 4. `coin` says when the
 * price turns and is the same on every venue, so that they move together; `random` is the product's own.
 */
export function makeMinute(bar: Bar, random: Random, coin: Random): MinuteTrades {
  const { price, buy } = prices(bar, random, coin);
  return {
    start: bar.time,
    count: bar.trades,
    firstId: bar.firstId,
    micros: times(bar.trades, random),
    price,
    buy,
    ...sizes(bar, random),
  };
}

/** Sorted uniform times, as the running sums of exponential gaps. */
function times(count: number, random: Random): Uint32Array {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    sum += random.exponential();
    sums[i] = sum;
  }
  const scale = (MINUTE_MS * 1000) / (sum + random.exponential() + 1e-9);
  const micros = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) micros[i] = Math.floor((sums[i] as number) * scale);
  return micros;
}

/** Raw trades and lots: every trade has at least one raw trade, every raw trade at least one lot. */
function sizes(bar: Bar, random: Random): { size: Float64Array; firstRaw: Float64Array } {
  const weights = new Float64Array(bar.trades);
  const rawWeights = new Float64Array(bar.trades);
  for (let i = 0; i < bar.trades; i += 1) {
    const weight = random.exponential();
    weights[i] = weight * weight + 0.01;
    rawWeights[i] = weight + 0.01;
  }
  const extra = apportion(bar.raw - bar.trades, rawWeights);
  const spare = apportion(bar.volume - bar.raw, weights);
  const size = new Float64Array(bar.trades);
  const firstRaw = new Float64Array(bar.trades + 1);
  firstRaw[0] = bar.firstRaw;
  for (let i = 0; i < bar.trades; i += 1) {
    const raw = 1 + (extra[i] as number);
    size[i] = raw + (spare[i] as number);
    firstRaw[i + 1] = (firstRaw[i] as number) + raw;
  }
  return { size, firstRaw };
}

function prices(bar: Bar, random: Random, coin: Random): { price: Float64Array; buy: Uint8Array } {
  const last = bar.trades - 1;
  const high = 1 + coin.below(last - 1);
  let low = 1 + coin.below(last - 1);
  if (low === high) low += high === last - 1 ? -1 : 1;
  const turns = [
    { at: 0, price: bar.open },
    ...[
      { at: high, price: bar.high },
      { at: low, price: bar.low },
    ].sort((a, b) => a.at - b.at),
    { at: last, price: bar.close },
  ];
  const price = new Float64Array(bar.trades);
  const buy = new Uint8Array(bar.trades);
  for (let leg = 0; leg < 3; leg += 1)
    walkLeg(bar, turns[leg] as Turn, turns[leg + 1] as Turn, price, buy, random);
  setTurns(turns, price, buy, high, low);
  return { price, buy };
}

interface Turn {
  at: number;
  price: number;
}

/** Fills in the trades strictly between two turning points. */
function walkLeg(
  bar: Bar,
  from: Turn,
  to: Turn,
  price: Float64Array,
  buy: Uint8Array,
  random: Random,
): void {
  const slope = (to.price - from.price) / Math.max(1, to.at - from.at);
  const stray = (bar.high - bar.low) * STRAY;
  const tilt = 0.5 + Math.max(-0.15, Math.min(0.15, slope));
  for (let i = from.at + 1; i < to.at; i += 1) {
    const bought = random.next() < tilt;
    const middle = from.price + slope * (i - from.at) + stray * (random.next() - 0.5) * 2;
    const rounded = bought ? Math.ceil(middle) : Math.floor(middle);
    price[i] = Math.max(bar.low, Math.min(bar.high, rounded));
    buy[i] = bought ? 1 : 0;
  }
}

function setTurns(
  turns: readonly Turn[],
  price: Float64Array,
  buy: Uint8Array,
  high: number,
  low: number,
): void {
  for (const turn of turns) price[turn.at] = turn.price;
  buy[high] = 1;
  buy[low] = 0;
  const first = turns[0] as Turn;
  const last = turns[3] as Turn;
  buy[first.at] = (turns[1] as Turn).price >= first.price ? 1 : 0;
  buy[last.at] = last.price >= (turns[2] as Turn).price ? 1 : 0;
}
