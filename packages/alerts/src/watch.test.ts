import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newState, step, type Point, type Watch } from './watch.ts';

const WATCH: Watch = {
  ...{ bound: 100, rearm: 98, crosses: false, forMs: 0 },
  ...{ recurring: true, cooldownMs: 0, expiresAt: null },
};

function at(time: number, value: number, low = value, high = value): Point {
  return {
    at: time,
    value,
    low: Math.min(low, value),
    high: Math.max(high, value),
    isAfterGap: false,
  };
}

/** At which points a watch fires, and by which value. */
function firings(watch: Watch, points: readonly Point[]): [number, number][] {
  let state = newState(watch);
  const fired: [number, number][] = [];
  for (const point of points) {
    const after = step(watch, state, point);
    if (after.firedBy !== null) fired.push([point.at, after.firedBy]);
    state = after.state;
  }
  return fired;
}

describe('a watch', () => {
  it('fires when the bound is reached, by what reached it, though no price that was told did', () => {
    expect(firings(WATCH, [at(0, 99), at(1, 99.5, 99, 100)])).toEqual([[1, 100]]);
    expect(firings(WATCH, [at(0, 99), at(1, 99.99, 99, 99.99)])).toEqual([]);
  });

  it('fires at once where it is so already, but for one that crosses', () => {
    expect(firings(WATCH, [at(0, 101)])).toEqual([[0, 101]]);
    const crosses = { ...WATCH, crosses: true };
    expect(firings(crosses, [at(0, 101), at(1, 102)])).toEqual([]);
    expect(firings(crosses, [at(0, 101), at(1, 99), at(2, 100)])).toEqual([[2, 100]]);
  });

  it('does not ring again while the value dithers, until it was far enough back', () => {
    const dithers = [at(0, 100), at(1, 99), at(2, 101), at(3, 98.1), at(4, 103)];
    expect(firings(WATCH, dithers)).toEqual([[0, 100]]);
    expect(firings(WATCH, [...dithers, at(5, 98), at(6, 100)])).toEqual([
      [0, 100],
      [6, 100],
    ]);
  });

  it('takes no order of a low and a high for granted', () => {
    const wide = at(1, 99, 90, 110);
    expect(firings(WATCH, [at(0, 100), wide, at(2, 99)])).toEqual([[0, 100]]);
    expect(firings(WATCH, [at(0, 100), wide, at(2, 99, 99, 100)])).toEqual([
      [0, 100],
      [2, 100],
    ]);
    expect(firings(WATCH, [at(0, 100), at(1, 105, 90, 110)])).toEqual([
      [0, 100],
      [1, 105],
    ]);
  });

  it('fires after it has held for so long without a break, and a gap is one', () => {
    const held = { ...WATCH, forMs: 10 };
    expect(firings(held, [at(0, 100), at(5, 101), at(10, 100)])).toEqual([[10, 100]]);
    expect(firings(held, [at(0, 100), at(5, 101, 99), at(10, 100), at(14, 100)])).toEqual([]);
    expect(firings(held, [at(0, 100), at(5, 101, 99), at(15, 100)])).toEqual([[15, 100]]);
    const gap = { ...at(10, 100), isAfterGap: true };
    expect(firings(held, [at(0, 100), gap, at(19, 100), at(20, 100)])).toEqual([[20, 100]]);
  });

  it('fires once, or not again within the cooldown, and not from the time on that it expires', () => {
    const again = [at(0, 100), at(1, 90), at(2, 100), at(3, 90), at(4, 100)];
    expect(firings({ ...WATCH, recurring: false }, again)).toHaveLength(1);
    expect(firings({ ...WATCH, cooldownMs: 3 }, again).map(([time]) => time)).toEqual([0, 4]);
    expect(firings({ ...WATCH, expiresAt: 2 }, again).map(([time]) => time)).toEqual([0]);
  });

  it('says what a model says that looks back over all values', () => {
    fc.assert(
      fc.property(
        fc.record({
          values: fc.array(fc.integer({ min: 90, max: 110 }), { maxLength: 60 }),
          rearm: fc.integer({ min: 92, max: 100 }),
          cooldownMs: fc.integer({ min: 0, max: 8 }),
          forMs: fc.integer({ min: 0, max: 5 }),
          crosses: fc.boolean(),
          recurring: fc.boolean(),
        }),
        ({ values, ...terms }) => {
          const watch = { ...WATCH, ...terms };
          const points = values.map((value, time) => at(time, value));
          expect(firings(watch, points).map(([time]) => time)).toEqual(modelled(watch, values));
        },
      ),
    );
  });
});

/**
 * When it fires, by what the words say: it counts as rung at a time where it is past the bound, has been for `forMs`
 * since it came there, and was back since it rung before; of those, the ones that are told are a cooldown apart.
 */
function modelled(watch: Watch, values: readonly number[]): number[] {
  const told: number[] = [];
  let rung: number | null = null;
  for (let now = 0; now < values.length; now += 1) {
    const since = values.slice(rung === null ? 0 : rung + 1, now + 1);
    const isBack =
      rung === null || since.some((value) => value <= watch.rearm && value < watch.bound);
    const wasUnder =
      !watch.crosses || values.slice(0, now + 1).some((value) => value < watch.bound);
    if (!isBack || !wasUnder || (values[now] ?? 0) < watch.bound) continue;
    const lastUnder = values.slice(0, now + 1).findLastIndex((value) => value < watch.bound);
    const backAt: number =
      rung === null
        ? 0
        : rung + 1 + since.findIndex((value) => value <= watch.rearm && value < watch.bound);
    const heldFrom = Math.max(lastUnder + 1, backAt);
    if (now - heldFrom < watch.forMs) continue;
    rung = now;
    const last = told.at(-1);
    if (last !== undefined && now - last < watch.cooldownMs) continue;
    if (!watch.recurring && told.length > 0) break;
    told.push(now);
  }
  return told;
}
