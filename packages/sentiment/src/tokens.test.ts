import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tokensOf } from './tokens.ts';

it('words are lower case and without their owner, numbers are numbers, and most signs are nothing', () => {
  const { words } = tokensOf('Solana’s “SOL” tops $1,250.5 – up 7%, but why?');
  expect(words).toEqual(['solana', 'sol', 'tops', '#', 'up', '#', ',', 'but', 'why', '?']);
  expect(tokensOf('Ether\u0092s fées: 3bn').words).toEqual(['ether', 'fees', ':', '#']);
});

it('whatever the text, tokens stand in it where they say, one after the other', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const { words, from, to } = tokensOf(text);
      let last = 0;
      for (const i of words.keys()) {
        expect(from[i]).toBeGreaterThanOrEqual(last);
        expect(to[i]).toBeGreaterThan(from[i]!);
        last = to[i]!;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});
