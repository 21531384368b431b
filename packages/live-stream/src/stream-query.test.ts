import { expect, test } from 'vitest';
import { parseStreamQuery } from './stream-query.ts';

const known = new Set(['bitcoin', 'ethereum']);
const parse = (query: string) => parseStreamQuery(new URLSearchParams(query), known);

test('coins are counted once, whatever their case', () => {
  expect(parse('coins=bitcoin,BITCOIN, ethereum')).toEqual({
    coins: ['bitcoin', 'ethereum'],
    candles: null,
  });
});

test('no coin, or none between commas, stands for all', () => {
  expect(parse('')).toEqual({ coins: 'all', candles: null });
  expect(parse('coins=,&candles=1h')).toEqual({ coins: 'all', candles: '1h' });
});

test('a refusal names what was not understood, not at any length', () => {
  const long = 'y'.repeat(5000);
  expect(parse('coins=dogwood')).toEqual({ refused: 'coins: unknown: "dogwood"' });
  expect(JSON.stringify(parse(`coins=${long}`)).length).toBeLessThan(150);
});
