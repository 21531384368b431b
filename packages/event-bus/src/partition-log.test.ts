import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PartitionLog } from './partition-log.ts';

test('offsets stay with their messages through any mix of appends and trims', () => {
  const step = fc.oneof(
    fc.record({ append: fc.integer({ min: 1, max: 3_000 }) }),
    fc.record({ trim: fc.nat(10_000) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
      const log = new PartitionLog();
      let [start, end] = [0, 0];
      for (const each of steps) {
        if ('append' in each) {
          for (let i = 0; i < each.append; i += 1) log.append(`k${end}`, `v${end++}`);
        } else {
          log.trim(each.trim);
          start = Math.max(start, Math.min(each.trim, end));
        }
        expect([log.start, log.end]).toEqual([start, end]);
        if (start < end) {
          expect([log.key(start), log.json(end - 1)]).toEqual([`k${start}`, `v${end - 1}`]);
        }
      }
    }),
    { numRuns: 50 },
  );
});

test('what was trimmed cannot be read', () => {
  const log = new PartitionLog();
  log.append('k', '1');
  log.trim(1);
  expect(() => log.json(0)).toThrow(RangeError);
});

test('a skipped message takes an offset and no room', () => {
  const log = new PartitionLog();
  log.skip();
  log.append('k', '1');
  expect([log.start, log.end, log.json(1)]).toEqual([1, 2, '1']);
});

test('a log can begin anywhere and leave offsets out', () => {
  const log = new PartitionLog(100);
  log.append('k', '1');
  log.leaveOut(103);
  log.append('k', '2');
  expect([log.start, log.end]).toEqual([100, 104]);
  expect([100, 101, 102, 103, 104].filter((offset) => log.has(offset))).toEqual([100, 103]);
  expect(log.json(103)).toBe('2');
  expect(() => log.json(101)).toThrow(RangeError);
});
