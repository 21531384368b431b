import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCookie } from './csrf-cookie.ts';

test('a cookie is found among others, and not taken for one whose name it ends with', () => {
  expect(readCookie('a=1; tidemark_csrf=x=y; b=2', 'tidemark_csrf')).toBe('x=y');
  expect(readCookie('not_tidemark_csrf=1', 'tidemark_csrf')).toBeNull();
  expect(readCookie('tidemark_csrf=', 'tidemark_csrf')).toBeNull();
  expect(readCookie('tidemark_csrf', 'tidemark_csrf')).toBeNull();
});

test('whatever the cookies are, reading them does not throw', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (cookies, name) => {
      readCookie(cookies, name);
    }),
  );
});
