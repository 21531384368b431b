import { expect, test } from 'vitest';
import { COIN_PARAMETERS, parseStreamQuery, PRICE_PARAMETERS } from './stream-query.ts';

const known = new Set(['bitcoin', 'ethereum']);
const parse = (query: string, parameters: readonly string[] = PRICE_PARAMETERS) =>
  parseStreamQuery(new URLSearchParams(query), parameters, known);

test('coins are counted once, whatever their case', () => {
  expect(parse('coins=bitcoin,BITCOIN, ethereum')).toEqual({
    coins: { coins: ['bitcoin', 'ethereum'], refused: null },
    candles: null,
  });
});

test('no coin, or none between commas, stands for all', () => {
  expect(parse('')).toEqual({ coins: 'all', candles: null });
  expect(parse('coins=,&candles=1h')).toEqual({
    coins: 'all',
    candles: { interval: '1h', exchange: 'consolidated' },
  });
});

test('candles are of all venues together, or of the one that is named', () => {
  expect(parse('candles=5m')).toMatchObject({ candles: { exchange: 'consolidated' } });
  expect(parse('candles=5m&exchange=coinbase')).toMatchObject({
    candles: { interval: '5m', exchange: 'coinbase' },
  });
});

test('a coin that is not known is refused by its name, and the others are not', () => {
  expect(parse('coins=bitcoin,dogwood')).toMatchObject({
    coins: { coins: ['bitcoin'], refused: { field: 'coins', reason: 'unknown: "dogwood"' } },
  });
});

test.each([
  ['coins=dogwood', 'coins', 'unknown: "dogwood"'],
  ['coin=bitcoin', 'coin', 'no parameter "coin" here; there are coins, candles, exchange'],
  ['Coins=bitcoin', 'Coins', 'no parameter "Coins" here; there are coins, candles, exchange'],
  ['coins=a&coins=b', 'coins', 'is given more than once: put commas between coins'],
  ['candles=1m&candles=5m', 'candles', 'is given more than once'],
  ['candles=7m', 'candles', 'must be one of 1m, 5m, 15m, 1h, 4h, 1d'],
  ['candles=', 'candles', 'must be one of 1m, 5m, 15m, 1h, 4h, 1d'],
  ['candles=1m&exchange=kraken', 'exchange', 'must be one of consolidated, binance, coinbase'],
  ['exchange=binance', 'exchange', 'is for candles: add `candles=1m`'],
])('%s is refused, with the parameter and the reason', (query, field, reason) => {
  expect(parse(query)).toEqual({ field, reason });
});

test('a stream without candles has no parameter for them', () => {
  expect(parse('candles=1m', COIN_PARAMETERS)).toEqual({
    field: 'candles',
    reason: 'no parameter "candles" here; there are coins',
  });
});

test('a refusal is not of any length', () => {
  const long = 'y'.repeat(5000);
  expect(JSON.stringify(parse(`coins=${long}`)).length).toBeLessThan(150);
  expect(JSON.stringify(parse(`${long}=1`)).length).toBeLessThan(250);
});
