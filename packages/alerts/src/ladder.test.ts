import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Ladder } from './ladder.ts';
import { newState, step, type Point, type Watch, type WatchState } from './watch.ts';

const level = fc.integer({ min: 90, max: 110 });
const watch: fc.Arbitrary<Watch> = fc
  .record({
    bound: level,
    back: fc.integer({ min: 0, max: 5 }),
    crosses: fc.boolean(),
    forMs: fc.constantFrom(0, 0, 3),
    recurring: fc.boolean(),
    cooldownMs: fc.constantFrom(0, 4),
    expiresAt: fc.option(fc.integer({ min: 0, max: 40 })),
  })
  .map(({ back, ...rest }) => ({ ...rest, rearm: rest.bound - back }));
const point = fc
  .record({ value: level, below: fc.nat(4), above: fc.nat(4), isAfterGap: fc.boolean() })
  .map(({ value, below, above, isAfterGap }) => ({
    ...{ value, isAfterGap },
    ...{ low: value - below, high: value + above },
  }));
/** What happens one after the other: points, and alerts that come and go. */
const happening = fc.oneof(
  { weight: 6, arbitrary: point },
  fc.record({ key: fc.nat(9), watch }),
  fc.record({ removed: fc.nat(9) }),
);

it('does to every watch what would be done to it if all of them were looked at', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 80 }), (happenings) => {
      const ladder = new Ladder();
      const all = new Map<string, { watch: Watch; state: WatchState }>();
      for (const [at, each] of happenings.entries()) {
        if ('removed' in each) {
          ladder.remove(String(each.removed));
          all.delete(String(each.removed));
        } else if ('watch' in each) {
          const state = newState(each.watch);
          ladder.set(String(each.key), each.watch, state);
          all.set(String(each.key), { watch: each.watch, state });
        } else {
          const here: Point = { at, ...each };
          const fired = ladder.take(here).filter(({ firedBy }) => firedBy !== null);
          expect(fired.map(({ key, firedBy }) => [key, firedBy]).sort()).toEqual(
            firedOf(all, here).sort(),
          );
        }
        for (const [key, { state }] of all) expect(ladder.stateOf(key)).toEqual(state);
      }
    }),
  );
});

function firedOf(all: Map<string, { watch: Watch; state: WatchState }>, point: Point) {
  const fired: [string, number][] = [];
  for (const [key, each] of all) {
    const after = step(each.watch, each.state, point);
    each.state = after.state;
    if (after.firedBy !== null) fired.push([key, after.firedBy]);
  }
  return fired;
}
