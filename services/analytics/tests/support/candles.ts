import { INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import type { WrittenCandle } from '@tidemark/testkit/stored-market';

/** Open of the newest bar that has closed, epoch ms. */
export function newestClosed(interval: Interval): number {
  const length = INTERVAL_MS[interval];
  return Math.floor(Date.now() / length) * length - length;
}

/** `count` candles that end at `last` (epoch ms), their prices a random walk that follows from the seed. */
export function walk(
  interval: Interval,
  count: number,
  { seed = 1, last = newestClosed(interval) }: { seed?: number; last?: number } = {},
): WrittenCandle[] {
  const random = generator(seed);
  let price = 100 + 900 * random();
  return Array.from({ length: count }, (_, i) => {
    const open = price;
    price = round(price * (1 + (random() - 0.5) / 20));
    const high = round(Math.max(open, price) * (1 + random() / 100));
    const low = round(Math.min(open, price) * (1 - random() / 100));
    const time = last - (count - 1 - i) * INTERVAL_MS[interval];
    return { time, open: round(open), high, low, close: price, volume: round(1 + 10 * random()) };
  });
}

function round(value: number): number {
  return Number(value.toFixed(6));
}

/** Mulberry32: small, seeded, good enough for prices. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
