import { expect, it } from 'vitest';
import { conditionWords } from './alert-words.ts';

it.each([
  [
    { quantity: 'price', direction: 'below', bound: 60_000, for_s: 300 },
    'price below 60,000 USD for 5 min',
  ],
  [
    { quantity: 'price', direction: 'crosses_above', bound: 0.0000123 },
    'price crosses above 0.0000123 USD',
  ],
  [{ quantity: 'move', direction: 'above', bound: 5, window_min: 60 }, 'rises by 5 % within 1 h'],
  [
    { quantity: 'move', direction: 'below', bound: -2.5, window_min: 1_440 },
    'falls by 2.5 % within 1 d',
  ],
  [
    { quantity: 'spread', direction: 'above', bound: 0.3, for_s: 90 },
    'spread of the venues above 0.3 % for 90 s',
  ],
  [{ quantity: 'change_24h', direction: 'below', bound: -10 }, 'change of 24 h below -10 %'],
] as const)('says %o', (condition, words) => {
  expect(conditionWords(condition)).toBe(words);
});
