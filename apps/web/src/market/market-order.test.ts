import { expect, test } from 'vitest';
import { coinOf, tickOf } from './tick.fixture.ts';
import { firstSort, matchesSearch, nextSort, sortCoins } from './market-order.ts';

const coins = ['cardano', 'bitcoin', 'aave'].map(coinOf);
const ticks = { bitcoin: tickOf('bitcoin', 90_000), aave: tickOf('aave', 180) };
const ids = (key: 'price' | 'name' | 'rank', descending: boolean) =>
  sortCoins(coins, ticks, { key, descending }).map((coin) => coin.coin_id);

test('figures sort both ways, and a coin without one is last in both', () => {
  expect(ids('price', true)).toEqual(['bitcoin', 'aave', 'cardano']);
  expect(ids('price', false)).toEqual(['aave', 'bitcoin', 'cardano']);
});

test('names sort by letter, rank as the market lists them', () => {
  expect(ids('name', false)).toEqual(['aave', 'bitcoin', 'cardano']);
  expect(ids('rank', false)).toEqual(['cardano', 'bitcoin', 'aave']);
});

test('a column is pressed largest first, then smallest, then the market’s own order', () => {
  const once = nextSort({ key: 'rank', descending: false }, 'price');
  const twice = nextSort(once, 'price');
  expect([once, twice, nextSort(twice, 'price')]).toEqual([
    firstSort('price'),
    { key: 'price', descending: false },
    { key: 'rank', descending: false },
  ]);
});

test('a search looks at name, ticker and slug, whatever the case', () => {
  expect(coins.filter((coin) => matchesSearch(coin, ' BIT '))).toEqual([coinOf('bitcoin')]);
  expect(coins.filter((coin) => matchesSearch(coin, ''))).toHaveLength(3);
});
