import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CODE_RULE,
  counted,
  takenBack,
  waitOf,
  ACCOUNT_RULE,
  ADDRESS_RULE,
  delayAfter,
  type FailureCount,
} from './failure-count.ts';

const HOUR = 3_600_000;
const THIRTY_DAYS = 30 * 24 * HOUR;
/** What docs/security.md says. */
const MOST_CODES = 740;

/** What happens after a pause, ms; `soonest`: as soon as a code is checked again. */
interface Step {
  pause: number | 'soonest';
  by: 'attacker' | 'owner';
}

const pause = fc.oneof(
  { weight: 4, arbitrary: fc.constant('soonest' as const) },
  fc.constantFrom(0, 1_000, 2 * HOUR + 1, 24 * HOUR, 24 * HOUR + 1, 30 * HOUR),
  fc.integer({ min: 0, max: 48 * HOUR }),
);
const step = fc.record<Step>({
  pause,
  by: fc.oneof({ weight: 5, arbitrary: fc.constant('attacker' as const) }, fc.constant('owner')),
});
/** Done again and again until the time is over. */
const cycle = fc.array(step, { minLength: 1, maxLength: 40 });

/** How many wrong codes are checked of those that an attacker gives, while the owner signs in with right ones. */
function checkedOf(steps: readonly Step[], forMs: number): number {
  let now = 1_800_000_000_000;
  const end = now + forMs;
  let count: FailureCount = { failures: 0, lastFailureAt: now, blockedUntil: now };
  let checked = 0;
  for (let i = 0; i < 4_000; i += 1) {
    const { pause: wanted, by } = steps[i % steps.length] ?? { pause: 0, by: 'attacker' };
    now += wanted === 'soonest' ? waitOf(count, now) : wanted;
    if (now > end) break;
    if (waitOf(count, now) > 0) continue;
    const before = count;
    count = counted(before, now, CODE_RULE);
    if (by === 'owner') count = takenBack(count, { before, after: count });
    else checked += 1;
  }
  return checked;
}

test('however the attempts of 30 days are laid out, no more codes are checked than the document says', () => {
  expect(checkedOf([{ pause: 'soonest', by: 'attacker' }], THIRTY_DAYS)).toBeGreaterThan(700);
  fc.assert(
    fc.property(cycle, (steps) => {
      expect(checkedOf(steps, THIRTY_DAYS)).toBeLessThanOrEqual(MOST_CODES);
    }),
    { numRuns: 300 },
  );
});

test('a right guess leaves the count as if it had not been', () => {
  const failures = fc.nat({ max: 40 });
  fc.assert(
    fc.property(failures, fc.nat(), fc.nat(), (n, last, since) => {
      const before = { failures: n, lastFailureAt: last, blockedUntil: last };
      const after = counted(before, last + since, CODE_RULE);
      expect(takenBack(after, { before, after })).toEqual(before);
    }),
  );
});

test('what others count meanwhile stays, with its delay', () => {
  const before = { failures: 1, lastFailureAt: 0, blockedUntil: 0 };
  const after = counted(before, 10, CODE_RULE);
  const others = counted(after, 11, CODE_RULE);
  const left = takenBack(others, { before, after });
  expect(left).toEqual({ failures: 2, lastFailureAt: 11, blockedUntil: 1_011 });
});

test('the first failures cost nothing, then the delay doubles up to its bound', () => {
  const delays = (last: number) =>
    Array.from({ length: last }, (_, i) => delayAfter(i + 1, ACCOUNT_RULE) / 1000);
  expect(delays(11)).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  expect(delayAfter(9, ADDRESS_RULE)).toBe(0);
  expect(delayAfter(10, ADDRESS_RULE)).toBe(1_000);
  expect(delayAfter(100_000, ADDRESS_RULE)).toBe(15 * 60_000);
});

test('one failure more never makes the delay shorter', () => {
  const rule = fc.constantFrom(ACCOUNT_RULE, ADDRESS_RULE, CODE_RULE);
  fc.assert(
    fc.property(fc.nat(), rule, (failures, of) => {
      expect(delayAfter(failures + 1, of)).toBeGreaterThanOrEqual(delayAfter(failures, of));
      expect(delayAfter(failures, of)).toBeLessThanOrEqual(of.longestMs);
    }),
  );
});

test('a delay has ended before its failures are forgotten, or waiting would set them back', () => {
  for (const rule of [ACCOUNT_RULE, ADDRESS_RULE, CODE_RULE]) {
    expect(delayAfter(1_000, rule)).toBeLessThan(rule.forgottenAfterMs);
  }
});
