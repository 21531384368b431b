import type { Coin } from './coin.ts';

/** Tokens whose price is that of something else: currencies, gold, another coin. */
export const PEGGED: readonly Coin[] = [
  { id: 'tether', symbol: 'USDT', ticker: 'any', names: ['tether usdt'], proper: ['tether'] },
  { id: 'usd-coin', symbol: 'USDC', ticker: 'any', names: ['usd coin', 'circle usdc'] },
  { id: 'dai', symbol: 'DAI', names: ['dai stablecoin'] },
  { id: 'usds', symbol: 'USDS', names: ['sky dollar'] },
  { id: 'ethena-usde', symbol: 'USDE', ticker: 'any' },
  { id: 'paypal-usd', symbol: 'PYUSD', ticker: 'any', names: ['paypal usd'] },
  { id: 'first-digital-usd', symbol: 'FDUSD', ticker: 'any', names: ['first digital usd'] },
  { id: 'ripple-usd', symbol: 'RLUSD', ticker: 'any', names: ['ripple usd'] },
  { id: 'usd1', symbol: 'USD1', ticker: 'topical' },
  { id: 'trueusd', symbol: 'TUSD', ticker: 'any', names: ['trueusd'] },
  { id: 'binance-usd', symbol: 'BUSD', ticker: 'any', names: ['binance usd'] },
  {
    id: 'terrausd',
    symbol: 'USTC',
    ticker: 'topical',
    formerly: ['UST'],
    names: ['terrausd', 'terra usd'],
  },
  { id: 'euro-coin', symbol: 'EURC', ticker: 'any', names: ['euro coin'] },
  { id: 'wrapped-bitcoin', symbol: 'WBTC', ticker: 'any', names: ['wrapped bitcoin'] },
  { id: 'weth', symbol: 'WETH', ticker: 'any', names: ['wrapped ether', 'wrapped ethereum'] },
  {
    id: 'staked-ether',
    symbol: 'STETH',
    ticker: 'any',
    names: ['staked ether token', 'lido staked ether'],
  },
  { id: 'tether-gold', symbol: 'XAUT', ticker: 'any', names: ['tether gold'] },
  { id: 'pax-gold', symbol: 'PAXG', ticker: 'any', names: ['pax gold'] },
];
