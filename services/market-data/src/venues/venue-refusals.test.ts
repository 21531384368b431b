import { expect, it } from 'vitest';
import { blockedMessage, parseRetryAfter } from './venue-refusals.ts';

const NOW = Date.UTC(2026, 10, 20, 12);

it('Retry-After is seconds or a date, and at most three days', () => {
  expect(parseRetryAfter('7', NOW)).toBe(7000);
  expect(parseRetryAfter('Fri, 20 Nov 2026 12:00:30 GMT', NOW)).toBe(30_000);
  expect(parseRetryAfter('Fri, 20 Nov 2026 11:00:00 GMT', NOW)).toBe(0);
  expect(parseRetryAfter('99999999999', NOW)).toBe(3 * 86_400_000);
});

it('an absent or unreadable Retry-After is null', () => {
  expect(parseRetryAfter(null, NOW)).toBeNull();
  expect(parseRetryAfter(undefined, NOW)).toBeNull();
  expect(parseRetryAfter('soon', NOW)).toBeNull();
});

it('a block by Binance names the hosts that serve market data alone', () => {
  expect(blockedMessage('binance', 451)).toContain('wss://data-stream.binance.vision');
  expect(blockedMessage('binance', 451)).toContain('https://data-api.binance.vision');
  expect(blockedMessage('coinbase', 403)).toContain('HTTP 403');
});
