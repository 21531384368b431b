import { expect, test } from 'vitest';
import { digestOf, randomToken } from './random-token.ts';

test('a token has 256 bits, and its digest shows nothing of it', () => {
  const token = randomToken();
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(digestOf(token)).toMatch(/^[0-9a-f]{64}$/);
  expect(randomToken()).not.toBe(token);
});
