import { expect, test } from 'vitest';
import { formatClockUtc, formatMomentUtc, formatSpan } from './time.ts';

const MOMENT = Date.parse('2026-11-20T14:02:33Z');

test('moments are told in UTC, whatever the zone of the device', () => {
  expect(formatClockUtc(MOMENT)).toBe('14:02 UTC');
  expect(formatMomentUtc(MOMENT)).toBe('20 Nov 14:02');
});

test('a span is told in its largest unit', () => {
  expect([400, 59_000, 60_000, 7_300_000, 200_000_000].map(formatSpan)).toEqual([
    '0 s',
    '59 s',
    '1 min',
    '2 h',
    '2 d',
  ]);
});
