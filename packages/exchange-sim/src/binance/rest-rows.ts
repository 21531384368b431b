import { eightDecimals } from '../decimal.ts';
import type { SimListing } from '../products.ts';
import type { SimTrade } from '../sim-trade.ts';
import type { BookCandle, DayStats } from '../venue-book.ts';

/** Request weight that an address may use in a minute. */
export const WEIGHT_A_MINUTE = 6000;

/** The limits as exchangeInfo lists them. */
export function rateLimits(): unknown[] {
  return [
    { rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: WEIGHT_A_MINUTE },
    { rateLimitType: 'ORDERS', interval: 'SECOND', intervalNum: 10, limit: 100 },
    { rateLimitType: 'ORDERS', interval: 'DAY', intervalNum: 1, limit: 200_000 },
    { rateLimitType: 'RAW_REQUESTS', interval: 'MINUTE', intervalNum: 5, limit: 61_000 },
  ];
}

/** A symbol as exchangeInfo describes it. */
export function symbolInfo(listing: SimListing): unknown {
  const tick = eightDecimals((10 ** -listing.tickDecimals).toFixed(listing.tickDecimals));
  const lot = eightDecimals((10 ** -listing.lotDecimals).toFixed(listing.lotDecimals));
  return {
    symbol: listing.product,
    status: 'TRADING',
    baseAsset: listing.base,
    baseAssetPrecision: 8,
    quoteAsset: listing.quote,
    quotePrecision: 8,
    quoteAssetPrecision: 8,
    orderTypes: ['LIMIT', 'LIMIT_MAKER', 'MARKET'],
    isSpotTradingAllowed: true,
    isMarginTradingAllowed: false,
    filters: [
      { filterType: 'PRICE_FILTER', minPrice: tick, maxPrice: '1000000.00000000', tickSize: tick },
      { filterType: 'LOT_SIZE', minQty: lot, maxQty: '90000000000.00000000', stepSize: lot },
    ],
    permissions: [],
    permissionSets: [['SPOT']],
  };
}

/** A row of /klines. */
export function klineRow(candle: BookCandle, stepMs: number): unknown[] {
  return [
    candle.time,
    eightDecimals(candle.open),
    eightDecimals(candle.high),
    eightDecimals(candle.low),
    eightDecimals(candle.close),
    eightDecimals(candle.volume),
    candle.time + stepMs - 1,
    eightDecimals(candle.quoteVolume),
    candle.raw,
    eightDecimals(candle.takerBase),
    eightDecimals(candle.takerQuote),
    '0',
  ];
}

/** An entry of /aggTrades. */
export function aggTradeRow(trade: SimTrade): unknown {
  return {
    a: trade.id,
    p: eightDecimals(trade.price),
    q: eightDecimals(trade.size),
    f: trade.firstRaw,
    l: trade.lastRaw,
    T: trade.time,
    m: trade.side === 'sell',
    M: true,
  };
}

/** An entry of /ticker/24hr. */
export function tickerRow(symbol: string, stats: DayStats, now: number): Record<string, unknown> {
  const change = Number(stats.close) - Number(stats.open);
  return {
    symbol,
    priceChange: change.toFixed(8),
    priceChangePercent: ((change / Number(stats.open)) * 100).toFixed(3),
    weightedAvgPrice: (Number(stats.quoteVolume) / Number(stats.volume)).toFixed(8),
    prevClosePrice: eightDecimals(stats.open),
    lastPrice: eightDecimals(stats.close),
    lastQty: eightDecimals(stats.last.size),
    bidPrice: eightDecimals(stats.quote.bid),
    bidQty: eightDecimals(stats.quote.bidSize),
    askPrice: eightDecimals(stats.quote.ask),
    askQty: eightDecimals(stats.quote.askSize),
    openPrice: eightDecimals(stats.open),
    highPrice: eightDecimals(stats.high),
    lowPrice: eightDecimals(stats.low),
    volume: eightDecimals(stats.volume),
    quoteVolume: eightDecimals(stats.quoteVolume),
    openTime: stats.time,
    closeTime: now,
    firstId: stats.firstRaw,
    lastId: stats.lastRaw,
    count: stats.raw,
  };
}
