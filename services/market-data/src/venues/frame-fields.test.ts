import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIsoTime } from './frame-fields.ts';

describe('parseIsoTime', () => {
  it('cuts microseconds, and never rounds up', () => {
    expect(parseIsoTime('2021-04-17T16:43:37.089999Z')).toBe(Date.UTC(2021, 3, 17, 16, 43, 37, 89));
  });

  it('reads times with few digits after the point, or none', () => {
    expect(parseIsoTime('2021-04-17T16:43:37.1Z')).toBe(Date.UTC(2021, 3, 17, 16, 43, 37, 100));
    expect(parseIsoTime('2021-04-17T16:43:37Z')).toBe(Date.UTC(2021, 3, 17, 16, 43, 37));
  });

  it('agrees with Date for every millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (time) => {
        expect(parseIsoTime(new Date(time).toISOString())).toBe(time);
      }),
    );
  });

  it.each([
    '',
    'yesterday',
    '2021-04-17',
    '2021-04-17T16:43:37.089+02:00',
    '2021-04-17 16:43:37Z',
    '2021-13-17T16:43:37Z',
    '2021-04-31T16:43:37Z',
    '2021-02-29T16:43:37Z',
    '2021-04-17T24:00:00Z',
    '2021-04-17T16:60:00Z',
    '2021-04-17T16:43:60Z',
    '2021-04-00T16:43:37Z',
    '2021-04-17T16:43:37.Z',
    '2021-04-17T16:43:37.12x4Z',
    '2021-04-17T16:43:37.0123456789Z',
    '20a1-04-17T16:43:37Z',
  ])('answers NaN for %j', (text) => {
    expect(parseIsoTime(text)).toBeNaN();
  });
});
