import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isApiKey, makeApiKey } from './api-key-form.ts';

test('a new key is recognised, and no two are the same', () => {
  const keys = Array.from({ length: 200 }, makeApiKey);
  for (const key of keys) expect(isApiKey(key)).toBe(true);
  expect(new Set(keys).size).toBe(keys.length);
});

test('a key with one character changed is no key', () => {
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'.split('');
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 52 }), fc.constantFrom(...letters), (at, letter) => {
      const key = makeApiKey();
      const other = key.slice(0, at) + letter + key.slice(at + 1);
      expect(isApiKey(other)).toBe(other === key);
    }),
  );
});

test('text that somebody made up is no key', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (text) => {
      expect(isApiKey(text)).toBe(false);
      expect(isApiKey(`tmk_${text}`)).toBe(false);
    }),
  );
});
