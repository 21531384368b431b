import { INDICATORS } from '@tidemark/indicators/catalogue';
import { expect, it } from 'vitest';
import { parseRule } from './parse-rule.ts';
import { ruleWords } from './rule-words.ts';

it.each([
  ['rsi < 30 and price > sma(200)', 'RSI(14) is below 30, and close is above SMA(200)'],
  ['close crosses above ema(50)', 'close crosses above EMA(50)'],
  ['macd.histogram >= 0', 'histogram of MACD(12, 26, 9) is at least 0'],
  ['close > highest(20)[1]', 'close is above HIGHEST(20) a bar ago'],
  ['close / close[7] > -1 + 2', 'close ÷ (close 7 bars ago) is above −1 + 2'],
  [
    'rsi < 30 and (close > 1 or not open <= 2)',
    'RSI(14) is below 30, and (close is above 1, or (it is not so that (open is at most 2)))',
  ],
])('%s is said as %s', (text, words) => {
  expect(ruleWords(parseRule(text, INDICATORS))).toBe(words);
});
