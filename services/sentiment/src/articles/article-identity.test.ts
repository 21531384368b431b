import { expect, test } from 'vitest';
import { hashOf, identityOf } from './article-identity.ts';

const noon = Date.UTC(2026, 10, 1, 12);
const version = (hash: string, publishedAt = noon) => ({ hash, publishedAt });

test('what comes again is known, and what its source edited has changed', () => {
  expect(identityOf(version('a'), undefined)).toBe('new');
  expect(identityOf(version('a'), version('a'))).toBe('known');
  expect(identityOf(version('b'), version('a'))).toBe('changed');
  expect(identityOf(version('b', noon - 86_400_000), version('a'))).toBe('changed');
});

test('a digest that keeps its id is one article every day', () => {
  expect(identityOf(version('a', noon + 86_400_000), version('a'))).toBe('new');
  expect(identityOf(version('a', noon + 3_600_000), version('a'))).toBe('known');
});

test('title and summary make the hash', () => {
  expect(hashOf('a', 'b')).not.toBe(hashOf('a', null));
  expect(hashOf('a', 'b')).toBe(hashOf('a', 'b'));
});
