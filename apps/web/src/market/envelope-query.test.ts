import { expect, test } from 'vitest';
import { toApiError } from './envelope-query.ts';

test('the server’s own words are shown where it gives them', () => {
  const data = { success: false, error: { code: 'RATE_LIMITED', message: 'Too many requests' } };
  expect(toApiError({ status: 429, data })).toEqual({ status: 429, message: 'Too many requests' });
});

test('a fault without an envelope still reads as a sentence', () => {
  expect(toApiError({ status: 502, data: '<html>' }).message).toBe('The server answered 502.');
  expect(toApiError({ status: 'FETCH_ERROR', error: 'x' }).message).toMatch(/out of reach/);
  expect(toApiError({ status: 'TIMEOUT_ERROR', error: 'x' }).message).toMatch(/too long/);
});
