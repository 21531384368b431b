import { expect, test } from 'vitest';
import { readOpinions, withOpinion, type OwnOpinions } from './own-opinions.ts';

test('what was not written by this page is left out', () => {
  expect(readOpinions('{"7":"positive","8":"great","x":"negative"}')).toEqual({ 7: 'positive' });
  for (const text of [null, '', '[', 'null', '"a"']) expect(readOpinions(text)).toEqual({});
});

test('the last word counts, and can be taken back', () => {
  const said = withOpinion(withOpinion({}, 7, 'positive'), 7, 'negative');
  expect(said).toEqual({ 7: 'negative' });
  expect(withOpinion(said, 7, null)).toEqual({});
});

test('only the newest articles are kept', () => {
  let said: OwnOpinions = {};
  for (let id = 1; id <= 201; id += 1) said = withOpinion(said, id, 'neutral');
  expect(Object.keys(said)).toHaveLength(200);
  expect(said).not.toHaveProperty('1');
});
