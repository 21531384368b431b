import { expect, test } from 'vitest';
import { toApiError } from './api-error.ts';

test('the server’s own words are shown where it gives them', () => {
  const data = {
    success: false,
    error: {
      code: 'RATE_LIMITED',
      message: 'Too many requests',
      details: [{ field: 'body.email', reason: 'is taken' }, 'noise'],
    },
  };
  const headers = new Headers({ 'retry-after': '12' });
  expect(toApiError({ status: 429, data }, headers)).toEqual({
    status: 429,
    code: 'RATE_LIMITED',
    message: 'Too many requests',
    details: [{ field: 'body.email', reason: 'is taken' }],
    retryAfterMs: 12_000,
  });
});

test('a fault without an envelope still reads as a sentence', () => {
  expect(toApiError({ status: 502, data: '<html>' }).message).toBe('The server answered 502.');
  expect(toApiError({ status: 'FETCH_ERROR', error: 'x' }).message).toMatch(/out of reach/);
  expect(toApiError({ status: 'TIMEOUT_ERROR', error: 'x' }).message).toMatch(/too long/);
});

test('a wait that is no number of seconds is none', () => {
  const headers = new Headers({ 'retry-after': 'Sat, 21 Nov 2026 15:00:00 GMT' });
  expect(toApiError({ status: 429, data: null }, headers).retryAfterMs).toBeNull();
});
