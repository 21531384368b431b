import { describe, expect, it } from 'vitest';
import type { Bar } from '../src/bar.ts';
import { callOf } from '../src/indicator-call.ts';
import type { Readings } from '../src/indicator-kind.ts';
import { DIRECT } from './direct.ts';
import { randomFrom } from './rough-bars.ts';

const BARS = 10_000_000;
/** How many of the last bars are kept, to compute from. */
const KEPT = 600;

/** A walk in which one bar of a thousand is a million times the others, in price and in volume. */
function eachBar(take: (bar: Bar, index: number) => void): void {
  const random = randomFrom(5);
  let price = 0.37;
  for (let i = 0; i < BARS; i++) {
    price *= 1 + (random() - 0.5) / 100;
    if (price < 0.01 || price > 100) price = 0.37;
    const huge = i < BARS - KEPT && i % 1000 === 0 ? 1e6 : 1;
    const close = price * huge;
    const time = i * 60_000;
    take(
      { time, open: close, high: close * 1.01, low: close * 0.99, close, volume: huge * price },
      i,
    );
  }
}

const CALLS: readonly (readonly [name: string, parameters: readonly number[]])[] = [
  ['sma', [200]],
  ['wma', [50]],
  ['bollinger', [20, 2]],
  ['stddev', [500]],
  ['stochastic', [14, 3, 3]],
  ['vwap', [50]],
  ['highest', [100]],
  ['lowest', [100]],
  ['roc', [30]],
];

describe('after ten million bars, with spikes of a million among them', () => {
  it('each windowed indicator says what a fresh computation over the last window does', () => {
    const running = CALLS.map(([name, parameters]) => callOf(name, parameters));
    const indicators = running.map(({ kind, parameters }) => kind.create(parameters));
    const last: (Readings | null)[] = [];
    const kept: Bar[] = [];
    eachBar((bar, i) => {
      for (let at = 0; at < indicators.length; at++) last[at] = indicators[at]!.next(bar);
      if (i >= BARS - KEPT) kept.push(bar);
    });
    running.forEach(({ kind, parameters, text }, at) => {
      DIRECT[kind.name]!(kept, parameters).forEach((direct, output) => {
        const off = Math.abs(last[at]![output]! - direct!.value);
        expect(off, `${text} ${kind.outputs[output]}`).toBeLessThanOrEqual(1e-12 * direct!.scale);
      });
    });
  }, 60_000);

  it('on-balance volume is what exact arithmetic says', () => {
    const obv = callOf('obv', []).kind.create([]);
    // In ten-thousandths of a coin.
    let exact = 0n;
    let said: Readings | null = null;
    const random = randomFrom(7);
    for (let i = 0; i < BARS; i++) {
      const units = Math.floor(random() * 1e6);
      const up = i === 0 || i % 3 !== 0;
      exact += BigInt(up ? units : -units);
      const close = up ? i : i - 1.5;
      said = obv.next({ time: i, open: 0, high: 0, low: 0, close, volume: units / 1e4 });
    }
    expect(said![0]).toBeCloseTo(Number(exact) / 1e4, 6);
  }, 60_000);
});
