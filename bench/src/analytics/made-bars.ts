import { BarColumns } from '@tidemark/analytics/market/bar-columns';
import { ClosedSeries } from '@tidemark/analytics/series/closed-series';
import { INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';

/** Bars as columns, oldest first, their closes a random walk that follows from the seed. */
export function madeBars(interval: Interval, count: number, seed: number): BarColumns {
  const random = generator(seed);
  const bars = new BarColumns();
  let close = 100;
  for (let i = 0; i < count; i += 1) {
    const open = close;
    close *= 1 + (random() - 0.5) / 50;
    const [high, low] = [Math.max(open, close) * 1.01, Math.min(open, close) * 0.99];
    const values = { open, high, low, close, volume: 1 + 10 * random() };
    bars.push({ time: i * INTERVAL_MS[interval], ...values, gap: false, lacking: [] });
  }
  return bars;
}

/** A series as analytics keeps it, of made bars. */
export function madeSeries(
  coinId: string,
  interval: Interval,
  count: number,
  seed: number,
): ClosedSeries {
  const series = new ClosedSeries(coinId, interval);
  series.take(0, [...madeBars(interval, count, seed)]);
  return series;
}

/** Mulberry32: small and seeded, good enough for prices. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
