import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markWords } from './marked-words.ts';

const marked = (title: string, words: { text: string; weight: number }[]) =>
  markWords(title, words)
    .filter(({ tone }) => tone !== null)
    .map(({ text, tone }) => `${text} ${tone}`);

test('words that decided are marked where they stand, good and bad apart', () => {
  const words = [
    { text: 'hacked', weight: -2 },
    { text: 'recovers', weight: 1 },
  ];
  expect(markWords('Exchange hacked, recovers funds', words)).toEqual([
    { text: 'Exchange ', tone: null },
    { text: 'hacked', tone: 'bad' },
    { text: ', ', tone: null },
    { text: 'recovers', tone: 'good' },
    { text: ' funds', tone: null },
  ]);
});

test('a word is not marked within another, and twice only where it decided twice', () => {
  expect(marked('Upbeat: up and up', [{ text: 'up', weight: 1 }])).toEqual(['up good']);
  const twice = [
    { text: 'up', weight: 1 },
    { text: 'up', weight: 0.9 },
  ];
  expect(marked('Upbeat: up and up', twice)).toEqual(['up good', 'up good']);
});

test('what hardly moved anything, is punctuation or is not there is not marked', () => {
  const words = [
    { text: 'surges', weight: 2 },
    { text: 'in', weight: 0.4 },
    { text: ':', weight: -1 },
    { text: 'gone', weight: 1 },
  ];
  expect(marked('Ether: surges in May', words)).toEqual(['surges good']);
});

test('the parts together are the headline, whatever the words', () => {
  const word = fc.record({
    text: fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('a', 'ab', 'b a')),
    weight: fc.double({ min: -3, max: 3, noNaN: true }),
  });
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^[ab ]*$/)),
      fc.array(word, { maxLength: 8 }),
      (title, words) => {
        const segments = markWords(title, words);
        expect(segments.map(({ text }) => text).join('')).toBe(title);
      },
    ),
  );
});
