import { describe, expect, it } from 'vitest';
import { krakenAsset, krakenPair } from '../presets/kraken-codes.ts';
import { readAsset } from './asset.ts';
import { readPair } from './pair.ts';

describe('a pair', () => {
  it.each([
    ['BTC/USD', 'BTC', 'USD'],
    ['ETH_CRO', 'ETH', 'CRO'],
    ['ltc_usdt', 'LTC', 'USDT'],
    ['AVAX-USDT', 'AVAX', 'USDT'],
    ['LTCBTC', 'LTC', 'BTC'],
    ['DOGEEUR', 'DOGE', 'EUR'],
    ['1INCHUSDT', '1INCH', 'USDT'],
  ])('%s is %s against %s', (text, base, quote) => {
    expect(readPair(text)).toEqual({ base, quote });
  });

  it('that could be parted in two ways is not, unless the row names one of the coins', () => {
    expect(readPair('ARBUSD')).toBeNull();
    expect(readPair('ARBUSD', { quotes: new Set(['USD']) })).toEqual({ base: 'ARB', quote: 'USD' });
    expect(readPair('BTCTUSD')).toBeNull();
    expect(readPair('BTCTUSD', { assets: ['TUSD'] })).toEqual({ base: 'BTC', quote: 'TUSD' });
    for (const text of ['', 'BTC', 'A/B/C', 'DARK', '=cmd()']) expect(readPair(text)).toBeNull();
  });
});

describe('a code of Kraken', () => {
  it.each([
    ['XXBT', 'BTC'],
    ['XXDG', 'DOGE'],
    ['ZEUR', 'EUR'],
    ['XBT.M', 'BTC'],
    ['DOT28.S', 'DOT'],
    ['SOL03.S', 'SOL'],
    ['ETH2.S', 'ETH'],
    ['EUR.HOLD', 'EUR'],
    ['USDC.F', 'USDC'],
    ['XTZ', 'XTZ'],
    ['XTZ.S', 'XTZ'],
    ['ZEC', 'ZEC'],
    ['XRP', 'XRP'],
    ['LUNA2', 'LUNA2'],
  ])('%s is %s', (code, asset) => {
    expect(krakenAsset(code)).toBe(asset);
  });

  it.each([
    ['XXBTZEUR', 'BTC', 'EUR'],
    ['XTZEUR', 'XTZ', 'EUR'],
    ['XETHXXBT', 'ETH', 'BTC'],
    ['POL/EUR', 'POL', 'EUR'],
    ['ADAXBT', 'ADA', 'BTC'],
    ['USDTZUSD', 'USDT', 'USD'],
    ['XZECZUSD', 'ZEC', 'USD'],
  ])('pair %s is %s against %s', (pair, base, quote) => {
    expect(krakenPair(pair)).toEqual({ base, quote });
  });
});

it('names of coins come plain, and what can be none is refused', () => {
  expect(readAsset('SOL (Solana)')).toBe('SOL');
  expect(readAsset('WFLR;9546698')).toBe('WFLR');
  expect(readAsset('usdt')).toBe('USDT');
  expect(readAsset('eip155:1/erc20:0xe590')).toBe('eip155:1/erc20:0xe590');
  for (const text of ['', '=1+1', '<b>', 'A\u0000B', 'x'.repeat(200)])
    expect(readAsset(text)).toBeNull();
});
