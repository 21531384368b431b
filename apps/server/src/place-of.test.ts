import { expect, test } from 'vitest';
import { placeOf } from './place-of.ts';

test.each([
  ['postgresql://user:secret@db:5433/tides', 'db:5433'],
  ['redis://:secret@cache/0', 'cache:6379'],
  ['rediss://[::1]:7000', '[::1]:7000'],
])('%s is shown as %s', (url, place) => {
  expect(placeOf(url, 6379)).toBe(place);
});

test('an address that cannot be read shows nothing of itself', () => {
  expect(placeOf('postgres://user:secret@', 5432)).not.toContain('secret');
});
