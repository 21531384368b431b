import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ApiError } from '../../api/api-error.ts';
import { refusalOfError } from './field-errors.ts';

const LABELS = { email: 'Email', password: 'Password' };

function errorOf(details: ApiError['details'], more: Partial<ApiError> = {}): ApiError {
  const base = { status: 400, code: 'INVALID_REQUEST' as const, message: 'body.email is taken' };
  return { ...base, details, retryAfterMs: null, ...more };
}

test('each refused field says why, under its own name', () => {
  const details = [
    { field: 'body.email', reason: 'is taken' },
    { field: 'body.password', reason: 'is one of the most common passwords; choose another' },
    { field: 'body.password', reason: 'is short' },
  ];
  expect(refusalOfError(errorOf(details), LABELS, 0)).toEqual({
    fields: {
      email: 'Email is taken.',
      password: 'Password is one of the most common passwords; choose another.',
    },
    message: null,
    waitUntil: null,
  });
});

test('what belongs to no field of the form is said as a whole', () => {
  const details = [{ field: 'body.coupon', reason: 'is unknown' }];
  const refusal = refusalOfError(errorOf(details, { message: 'Coupon unknown' }), LABELS, 0);
  expect(refusal).toMatchObject({ fields: {}, message: 'Coupon unknown.' });
});

test('a wait counts from now, without the seconds that the server’s words froze', () => {
  const limited = errorOf([], {
    code: 'RATE_LIMITED',
    message: 'More than 5 a minute; try again in 12 s.',
    retryAfterMs: 12_000,
  });
  const refusal = refusalOfError(limited, LABELS, 1_000);
  expect(refusal.waitUntil).toBe(13_000);
  expect(refusal.message).not.toContain('12');
});

test('whatever the server blames, something is said', () => {
  const detail = fc.record({
    field: fc.oneof(fc.string(), fc.constantFrom('body.email', 'body.__proto__', 'constructor')),
    reason: fc.string(),
  });
  fc.assert(
    fc.property(fc.array(detail), (details) => {
      const { fields, message } = refusalOfError(errorOf(details), LABELS, 0);
      expect(Object.keys(fields).length > 0 || message !== null).toBe(true);
    }),
  );
});
