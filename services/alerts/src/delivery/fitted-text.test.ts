import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitted, plainLine, plainText } from './fitted-text.ts';

test('a text that fits stays as it is, one that does not ends in an ellipsis', () => {
  expect(fitted('12345', { most: 5 })).toBe('12345');
  expect(fitted('123456', { most: 5 })).toBe('1234…');
  expect(fitted('👋👋👋', { most: 5 })).toBe('👋👋…');
  expect(fitted('ééé', { most: 5, lengthOf: Buffer.byteLength })).toBe('é…');
});

test('no text is longer than its bound, and none is cut within a character as it is written', () => {
  const written = (character: string): string => `\\${character}`;
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 60 }), (text, most) => {
      const cut = fitted(text, { most, written });
      expect(cut.length).toBeLessThanOrEqual(most);
      expect(cut).toMatch(/^(\\[^])*…?$/u);
      expect(fitted(text, { most, lengthOf: Buffer.byteLength }).isWellFormed()).toBe(true);
    }),
  );
});

test('controls and marks that turn or hide text are gone; lines and joined emoji stay', () => {
  expect(plainText('a\r\nb\u0000c\u202ed\ud800e\u200bf\tg')).toBe('a\nb c d e f g');
  expect(plainText('👩‍💻')).toBe('👩‍💻');
  expect(plainLine(' a\n\n b\u2028c ')).toBe('a b c');
});
