/** A venue's listing of a coin. Prices are whole ticks of 10^-tickDecimals, sizes whole lots of 10^-lotDecimals. */
export interface SimListing {
  product: string;
  base: string;
  quote: string;
  tickDecimals: number;
  lotDecimals: number;
  /** Average trades a minute at rate 1. */
  tradesPerMinute: number;
  /** Average turnover a day, in USD. */
  dailyUsd: number;
  /** When the venue began to list it, a UTC day's beginning, epoch ms. Left out: with the market. */
  since?: number;
}

/** A coin of the simulated market and how it behaves. */
export interface SimCoin {
  id: string;
  symbol: string;
  name: string;
  /** The level in USD that the price reverts to over months. */
  price: number;
  /** Share of the market's daily log-return that the coin takes. */
  beta: number;
  /** Standard deviation of the coin's own daily log-return. */
  volatility: number;
  /** Pull back to `price` a day, 0 to 1. */
  reversion: number;
  /** Whether the own part jumps now and then. */
  jumps: boolean;
  binance?: SimListing;
  coinbase?: SimListing;
}

/** Coinbase's share of Binance's turnover and of its trades. */
const COINBASE_TURNOVER = 0.35;
const COINBASE_TRADES = 0.45;

type Row = readonly [
  id: string,
  symbol: string,
  name: string,
  price: number,
  beta: number,
  volatility: number,
  binanceTick: number,
  binanceLot: number,
  coinbaseTick: number,
  coinbaseLot: number,
  tradesPerMinute: number,
  dailyMillionUsd: number,
];

/* prettier-ignore */
const TABLE: readonly Row[] = [
  // id                 symbol   name                 price      beta  vol    b.tick/lot c.tick/lot trades/min  M$/day
  ['bitcoin',           'BTC',    'Bitcoin',           95_000,     0.9,  0.010, 2, 5,      2, 8,      260,        1900],
  ['ethereum',          'ETH',    'Ethereum',          3_200,      1.15, 0.016, 2, 4,      2, 8,      200,        1400],
  ['solana',            'SOL',    'Solana',            150,        1.35, 0.024, 2, 3,      2, 8,      100,        520],
  ['xrp',               'XRP',    'XRP',               2.2,        1.1,  0.024, 4, 1,      4, 6,      80,         430],
  ['dogecoin',          'DOGE',   'Dogecoin',          0.16,       1.4,  0.028, 5, 0,      5, 1,      50,         210],
  ['cardano',           'ADA',    'Cardano',           0.48,       1.25, 0.024, 4, 1,      4, 8,      30,         95],
  ['avalanche',         'AVAX',   'Avalanche',         16.5,       1.35, 0.026, 3, 2,      2, 8,      25,         60],
  ['chainlink',         'LINK',   'Chainlink',         14.2,       1.3,  0.025, 3, 2,      3, 2,      28,         85],
  ['polkadot',          'DOT',    'Polkadot',          2.6,        1.25, 0.024, 3, 2,      3, 8,      18,         35],
  ['litecoin',          'LTC',    'Litecoin',          92,         1.0,  0.020, 2, 3,      2, 8,      20,         62],
  ['bitcoin-cash',      'BCH',    'Bitcoin Cash',      510,        1.0,  0.024, 1, 3,      2, 8,      18,         48],
  ['stellar',           'XLM',    'Stellar',           0.26,       1.15, 0.025, 4, 0,      5, 8,      16,         40],
  ['uniswap',           'UNI',    'Uniswap',           6.4,        1.3,  0.030, 3, 2,      3, 6,      16,         38],
  ['near',              'NEAR',   'NEAR Protocol',     2.1,        1.35, 0.030, 3, 1,      3, 2,      15,         36],
  ['aptos',             'APT',    'Aptos',             2.7,        1.3,  0.030, 3, 2,      3, 2,      14,         28],
  ['arbitrum',          'ARB',    'Arbitrum',          0.27,       1.35, 0.030, 4, 1,      4, 2,      14,         27],
  ['optimism',          'OP',     'Optimism',          0.36,       1.35, 0.030, 4, 2,      4, 2,      12,         22],
  ['sui',               'SUI',    'Sui',               1.75,       1.45, 0.032, 4, 1,      4, 1,      28,         120],
  ['filecoin',          'FIL',    'Filecoin',          1.7,        1.25, 0.028, 3, 2,      3, 3,      11,         24],
  ['internet-computer', 'ICP',    'Internet Computer', 4.3,        1.2,  0.030, 3, 2,      3, 4,      10,         20],
  ['hedera',            'HBAR',   'Hedera',            0.15,       1.25, 0.028, 5, 0,      5, 1,      16,         45],
  ['cosmos',            'ATOM',   'Cosmos',            2.7,        1.2,  0.024, 3, 2,      3, 2,      11,         19],
  ['aave',              'AAVE',   'Aave',              175,        1.35, 0.030, 2, 3,      2, 3,      14,         42],
  ['algorand',          'ALGO',   'Algorand',          0.15,       1.2,  0.028, 4, 0,      4, 0,      9,          14],
  ['the-graph',         'GRT',    'The Graph',         0.062,      1.25, 0.028, 5, 0,      5, 2,      8,          9],
  ['render',            'RENDER', 'Render',            2.2,        1.4,  0.034, 3, 2,      3, 2,      13,         30],
  ['injective',         'INJ',    'Injective',         6.1,        1.4,  0.032, 3, 2,      3, 2,      12,         24],
  ['pepe',              'PEPE',   'Pepe',              0.0000112,  1.5,  0.040, 8, 0,      8, 0,      30,         160],
  ['shiba-inu',         'SHIB',   'Shiba Inu',         0.0000124,  1.25, 0.028, 8, 0,      8, 0,      18,         55],
  ['bonk',              'BONK',   'Bonk',              0.0000215,  1.5,  0.040, 8, 0,      8, 0,      16,         48],
];

function coinOf(row: Row): SimCoin {
  const [id, symbol, name, price, beta, volatility, bTick, bLot, cTick, cLot, trades, millions] =
    row;
  return {
    id,
    symbol,
    name,
    price,
    beta,
    volatility,
    reversion: 0.008,
    jumps: true,
    binance: {
      product: `${symbol}USDT`,
      base: symbol,
      quote: 'USDT',
      tickDecimals: bTick,
      lotDecimals: bLot,
      tradesPerMinute: trades,
      dailyUsd: millions * 1e6,
    },
    coinbase: {
      product: `${symbol}-USD`,
      base: symbol,
      quote: 'USD',
      tickDecimals: cTick,
      lotDecimals: cLot,
      tradesPerMinute: trades * COINBASE_TRADES,
      dailyUsd: millions * 1e6 * COINBASE_TURNOVER,
    },
  };
}

/** The dollar stablecoin that Binance quotes in; listed on Coinbase alone. */
export const TETHER: SimCoin = {
  id: 'tether',
  symbol: 'USDT',
  name: 'Tether',
  price: 0.9998,
  beta: 0,
  volatility: 0.00015,
  reversion: 0.25,
  jumps: false,
  coinbase: {
    product: 'USDT-USD',
    base: 'USDT',
    quote: 'USD',
    tickDecimals: 5,
    lotDecimals: 2,
    tradesPerMinute: 30,
    dailyUsd: 120e6,
  },
};

/** The other dollar stablecoin; Coinbase has one market for it and for dollars, and so no product of its own. */
export const USD_COIN: SimCoin = {
  id: 'usd-coin',
  symbol: 'USDC',
  name: 'USD Coin',
  price: 1,
  beta: 0,
  volatility: 0.00008,
  reversion: 0.4,
  jumps: false,
  binance: {
    product: 'USDCUSDT',
    base: 'USDC',
    quote: 'USDT',
    tickDecimals: 5,
    lotDecimals: 0,
    tradesPerMinute: 40,
    dailyUsd: 600e6,
  },
};

/** Thirty coins on both venues, USDT-USD on Coinbase, and USDCUSDT on Binance. */
export const DEFAULT_COINS: readonly SimCoin[] = [...TABLE.map(coinOf), TETHER, USD_COIN];
