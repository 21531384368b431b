import { makeApiKey } from '@tidemark/service/api-key-form';
import { expect, test } from 'vitest';
import { digestOfApiKey, hintOf } from './api-key.ts';

test('the hint shows eight characters, the digest none', () => {
  const key = makeApiKey();
  expect(hintOf(key)).toBe(key.slice(0, 8));
  expect(digestOfApiKey(key)).toMatch(/^[0-9a-f]{64}$/);
});
