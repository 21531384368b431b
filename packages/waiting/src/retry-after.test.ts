import { expect, it } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const MOST = 3 * 86_400_000;

it('Retry-After is seconds or a date, and at most so much', () => {
  expect(parseRetryAfter('7', NOW, MOST)).toBe(7000);
  expect(parseRetryAfter('Fri, 20 Nov 2026 12:00:30 GMT', NOW, MOST)).toBe(30_000);
  expect(parseRetryAfter('Fri, 20 Nov 2026 11:00:00 GMT', NOW, MOST)).toBe(0);
  expect(parseRetryAfter('99999999999', NOW, MOST)).toBe(MOST);
});

it('an absent or unreadable Retry-After is null', () => {
  expect(parseRetryAfter(null, NOW, MOST)).toBeNull();
  expect(parseRetryAfter(undefined, NOW, MOST)).toBeNull();
  expect(parseRetryAfter('soon', NOW, MOST)).toBeNull();
});
