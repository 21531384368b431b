import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSafe } from './letter.ts';

const text = 'Good day.';

test('one address and one line are safe', () => {
  for (const to of ['ada@mail.example', 'a.b+c@mail.example', "o'neil@mail.example"]) {
    expect(isSafe({ to, subject: 'Grüße, Ада', text })).toBe(true);
  }
});

test('an address with anything that ends, quotes or separates addresses is not', () => {
  const breaking = fc.constantFrom(...'\r\n\t\0 ,;:<>()[]\\"@\u2028\u0085'.split(''));
  fc.assert(
    fc.property(fc.string(), breaking, fc.string(), (before, between, after) => {
      const subject = 'Hello';
      expect(isSafe({ to: `${before}${between}${after}@mail.example`, subject, text })).toBe(false);
      expect(isSafe({ to: `ada@${before}${between}${after}`, subject, text })).toBe(false);
    }),
  );
});

test('a subject of several lines is not', () => {
  const breaking = fc.constantFrom(...'\r\n\0\u000b\u0085\u2028\u2029'.split(''));
  fc.assert(
    fc.property(fc.string(), breaking, fc.string(), (before, between, after) => {
      const subject = before + between + after;
      expect(isSafe({ to: 'ada@mail.example', subject, text })).toBe(false);
    }),
  );
});
