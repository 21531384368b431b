import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ALL_COINS } from './all-coins.ts';

const UNIVERSE = new URL(
  '../../../../services/market-data/src/coins/universe.json',
  import.meta.url,
);

it('no slug and no ticker is there twice', () => {
  const ids = ALL_COINS.map(({ id }) => id);
  const symbols = ALL_COINS.flatMap(({ symbol, formerly = [] }) => [symbol, ...formerly]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(symbols).size).toBe(symbols.length);
});

it('names are in lower case, and none means two coins', () => {
  const names = ALL_COINS.flatMap(({ names = [], proper = [], words = [], commonWords = [] }) => [
    ...[...names, ...proper, ...words, ...commonWords],
  ]);
  expect(names.filter((name) => name !== name.toLowerCase())).toEqual([]);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

it('the coins that Tidemark follows are there under the same slug and ticker', () => {
  const universe = JSON.parse(readFileSync(UNIVERSE, 'utf8')) as {
    coin_id: string;
    symbol: string;
  }[];
  const known = new Map(ALL_COINS.map(({ id, symbol }) => [id, symbol]));
  for (const { coin_id, symbol } of universe)
    expect([coin_id, known.get(coin_id)]).toEqual([coin_id, symbol]);
});
