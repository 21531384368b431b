import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOME, returnPath, withReturn } from './return-path.ts';

const ORIGIN = 'https://tidemark.example';

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/%2e//evil.example',
  'javascript:alert(1)',
  'https://evil.example/',
  'evil.example',
  '@evil.example',
  '',
  ' //evil.example',
])('%j leads to the dashboard', (asked) => {
  expect(returnPath(asked)).toBe(HOME);
});

test.each(['/profile/', '/dashboard/?coin=ethereum', '/profile/#sessions', '/a%2F%2Fb/'])(
  '%s leads there',
  (asked) => {
    expect(returnPath(asked)).toBe(asked);
  },
);

test('a page for signing in does not lead back to itself', () => {
  expect(returnPath('/login/?next=/login/')).toBe(HOME);
  expect(returnPath('/register')).toBe(HOME);
  expect(returnPath('/login/forgot/')).toBe(HOME);
});

/** Bits that redirect guards have fallen for, in any order. */
const tricky = fc
  .array(
    fc.oneof(
      fc.constantFrom('/', '\\', '//', '..', '.', '%2f', '%5c', '%2e', '\t', '\r', '\n', '\0', ' '),
      fc.constantFrom(
        'evil.example',
        '@',
        ':',
        'javascript:',
        'data:',
        'https:',
        '?',
        '#',
        '\u2044',
      ),
      fc.string(),
    ),
  )
  .map((bits) => bits.join(''));

test('whatever is asked for, nobody is led to another site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        tricky,
        tricky.map((bits) => `/${bits}`),
        fc.webUrl(),
      ),
      (asked) => {
        const path = returnPath(asked);
        expect(path).toMatch(/^\/(?![/\\])/);
        expect(new URL(path, ORIGIN).origin).toBe(ORIGIN);
        expect(returnPath(path)).toBe(path);
        const [, query = ''] = withReturn('/login/', asked).split('?');
        expect(returnPath(new URLSearchParams(query).get('next'))).toBe(path);
      },
    ),
    { numRuns: 2_000 },
  );
});
