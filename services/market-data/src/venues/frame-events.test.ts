import { expect, it } from 'vitest';
import { parseExactJson } from './frame-events.ts';

it('numbers keep every digit they were written with', () => {
  const text = '[[1584680340, 6221.990, 1e-8, 0.10000000000000000555], {"id": 9007199254740993}]';
  expect(parseExactJson(text)).toEqual([
    ['1584680340', '6221.990', '1e-8', '0.10000000000000000555'],
    { id: '9007199254740993' },
  ]);
});

it('other values are as JSON.parse gives them', () => {
  expect(parseExactJson('{"a":null,"b":[true,"1"]}')).toEqual({ a: null, b: [true, '1'] });
  expect(parseExactJson('{')).toBeUndefined();
});
