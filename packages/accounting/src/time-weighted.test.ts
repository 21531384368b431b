import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeWeightedReturn, type FlowTiming, type Period } from './time-weighted.ts';

const prices = fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), {
  minLength: 2,
  maxLength: 30,
});
const amounts = fc.infiniteStream(fc.integer({ min: -90, max: 300 }));

/** A coin held through changes of its price, with money put in or taken out at each period's price at its start or end. */
function held(changes: readonly number[], flow: () => number, when: 'start' | 'end'): Period[] {
  let value = 100;
  return changes.map((change) => {
    const at = when === 'start' ? value : value * change;
    const net = Math.max(flow(), -0.9 * at);
    value = when === 'start' ? (value + net) * change : value * change + net;
    return { deposits: Math.max(net, 0), withdrawals: Math.max(-net, 0), value };
  });
}

describe('what is put in and taken out', () => {
  test.each(['start', 'end'] as const)('at the %s does not move it', (timing) => {
    fc.assert(
      fc.property(prices, amounts, (changes, stream) => {
        const flow = () => stream.next().value as number;
        const { accumulated } = timeWeightedReturn(held(changes, flow, timing), timing, 100);
        const price = changes.reduce((product, change) => product * change, 1);
        expect(accumulated.at(-1)! + 1).toBeCloseTo(price, 8);
      }),
    );
  });
});

test.each([
  ['start', 0.2],
  ['end', 0.4],
  ['mid', 20 / 75],
  ['in_at_start_out_at_end', 0.2],
] as [FlowTiming, number][])('50 put in beside 50, and 20 gained: by %s', (timing, expected) => {
  const { periods } = timeWeightedReturn(
    [{ deposits: 50, withdrawals: 0, value: 120 }],
    timing,
    50,
  );
  expect(periods[0]).toBeCloseTo(expected, 12);
});

test('taking out nearly everything is no loss', () => {
  const out = { deposits: 0, withdrawals: 99.9, value: 0.15 };
  const { accumulated } = timeWeightedReturn([out], 'in_at_start_out_at_end', 100);
  expect(accumulated[0]).toBeCloseTo(0.0005, 12);
});

test('nothing invested has no return: none where nothing was gained, and told where something was', () => {
  const still = { deposits: 0, withdrawals: 0, value: 0 };
  expect(timeWeightedReturn([still, still], 'end')).toEqual({
    periods: [0, 0],
    accumulated: [0, 0],
    unexplained: [],
  });
  const interest = { ...still, value: 1 };
  expect(timeWeightedReturn([still, interest], 'start')).toEqual({
    periods: [0, null],
    accumulated: [0, 0],
    unexplained: [1],
  });
});
