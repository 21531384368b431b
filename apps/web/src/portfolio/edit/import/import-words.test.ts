import { expect, test } from 'vitest';
import { linesWords } from '../transactions/source-words.ts';
import { filterOf, NO_FILTER } from '../transactions/transaction-filter.tsx';
import { fitted, shapeOf } from './mapping-roles.ts';
import { presetWords } from './preset-words.ts';
import { refusedCsv } from './refused-rows.tsx';

test.each([
  [[4], 'line 4'],
  [[6, 4, 5], 'lines 4 to 6'],
  [[4, 9, 12], 'lines 4, 9 and 12'],
  [[1, 3, 5, 7, 9, 11], 'lines 1, 3, 5, 7 and 2 more'],
])('%j are %s', (lines, words) => {
  expect(linesWords(lines)).toBe(words);
});

test('refused rows are saved so that no spreadsheet takes one for a formula', () => {
  const row = { line: 3, field: 'Note, "own"', reason: '=HYPERLINK("x")' };
  expect(refusedCsv([row])).toBe(
    'line,field,reason\r\n3,"Note, ""own""","\'=HYPERLINK(""x"")"\r\n',
  );
});

test('a mapping says of what shape its rows are, and keeps nothing of another', () => {
  const trades = { time: 'date', pair: 'market', price: 'price', note: '' };
  expect(shapeOf(trades)).toBe('trade');
  expect(shapeOf({ time: 'date', asset: 'coin', amount: 'change' })).toBe('movement');
  expect(shapeOf(null)).toBe('sides');
  expect(fitted({ ...trades, inAmount: 'got' }, 'trade')).toEqual({
    ...{ time: 'date', pair: 'market', price: 'price' },
  });
});

test('the last day of a filter is wholly within', () => {
  const choice = { ...NO_FILTER, from: '2026-03-01', to: '2026-03-01', asset: ' BTC ' };
  expect(filterOf(choice)).toEqual({
    ...{ asset: 'BTC', from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 2, 2) },
  });
});

test('a venue that has no words of its own here reads all the same', () => {
  expect(presetWords('koinly-trades')).toBe('Koinly, trades');
});
