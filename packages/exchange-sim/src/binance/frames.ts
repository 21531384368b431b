import { eightDecimals } from '../decimal.ts';
import type { SimTrade } from '../sim-trade.ts';
import type { BookCandle, DayStats, Quote } from '../venue-book.ts';

/** `<symbol>@aggTrade`. Prices and sizes have eight decimals; `m`: the buyer is the maker, so the taker sold. */
export function aggTradeFrame(symbol: string, trade: SimTrade, now: number): string {
  return (
    `{"e":"aggTrade","E":${now},"s":"${symbol}","a":${trade.id},"p":"${eightDecimals(trade.price)}",` +
    `"q":"${eightDecimals(trade.size)}","f":${trade.firstRaw},"l":${trade.lastRaw},"T":${trade.time},` +
    `"m":${trade.side === 'sell'},"M":true}`
  );
}

/** `<symbol>@trade`: the raw trades of an aggregate one. */
export function tradeFrames(symbol: string, trade: SimTrade, now: number): string[] {
  return rawSizes(trade).map(
    (size, i) =>
      `{"e":"trade","E":${now},"s":"${symbol}","t":${trade.firstRaw + i},"p":"${eightDecimals(trade.price)}",` +
      `"q":"${size}","T":${trade.time},"m":${trade.side === 'sell'},"M":true}`,
  );
}

/** Sizes of the raw trades: equal shares in whole lots, the last with what is left over. */
function rawSizes(trade: SimTrade): string[] {
  const decimals = trade.size.split('.')[1]?.length ?? 0;
  const lots = BigInt(trade.size.replace('.', ''));
  const count = trade.lastRaw - trade.firstRaw + 1;
  const write = (units: bigint): string => {
    const digits = units.toString().padStart(decimals + 1, '0');
    const point = digits.length - decimals;
    return eightDecimals(decimals ? `${digits.slice(0, point)}.${digits.slice(point)}` : digits);
  };
  const share = lots / BigInt(count);
  return Array.from({ length: count }, (_, i) =>
    write(i < count - 1 ? share : lots - share * BigInt(count - 1)),
  );
}

/** `<symbol>@bookTicker`: no time, as on the wire. */
export function bookTickerFrame(symbol: string, quote: Quote, updateId: number): string {
  return (
    `{"u":${updateId},"s":"${symbol}","b":"${eightDecimals(quote.bid)}","B":"${eightDecimals(quote.bidSize)}",` +
    `"a":"${eightDecimals(quote.ask)}","A":"${eightDecimals(quote.askSize)}"}`
  );
}

/** `<symbol>@kline_<interval>`; `closed` is the `x` of a candle that is final. */
export function klineFrame(
  symbol: string,
  interval: string,
  stepMs: number,
  candle: BookCandle,
  closed: boolean,
  now: number,
): string {
  return JSON.stringify({
    e: 'kline',
    E: now,
    s: symbol,
    k: {
      t: candle.time,
      T: candle.time + stepMs - 1,
      s: symbol,
      i: interval,
      f: candle.firstRaw,
      L: candle.lastRaw,
      o: eightDecimals(candle.open),
      c: eightDecimals(candle.close),
      h: eightDecimals(candle.high),
      l: eightDecimals(candle.low),
      v: eightDecimals(candle.volume),
      n: candle.raw,
      x: closed,
      q: eightDecimals(candle.quoteVolume),
      V: eightDecimals(candle.takerBase),
      Q: eightDecimals(candle.takerQuote),
      B: '0',
    },
  });
}

/** `<symbol>@ticker` (24 hours, rolling). */
export function tickerFrame(symbol: string, stats: DayStats, now: number): string {
  const change = Number(stats.close) - Number(stats.open);
  return JSON.stringify({
    e: '24hrTicker',
    E: now,
    s: symbol,
    p: change.toFixed(8),
    P: ((change / Number(stats.open)) * 100).toFixed(3),
    w: (Number(stats.quoteVolume) / Number(stats.volume)).toFixed(8),
    x: eightDecimals(stats.open),
    c: eightDecimals(stats.close),
    Q: eightDecimals(stats.last.size),
    b: eightDecimals(stats.quote.bid),
    B: eightDecimals(stats.quote.bidSize),
    a: eightDecimals(stats.quote.ask),
    A: eightDecimals(stats.quote.askSize),
    o: eightDecimals(stats.open),
    h: eightDecimals(stats.high),
    l: eightDecimals(stats.low),
    v: eightDecimals(stats.volume),
    q: eightDecimals(stats.quoteVolume),
    O: stats.time,
    C: now,
    F: stats.firstRaw,
    L: stats.lastRaw,
    n: stats.raw,
  });
}

/** `<symbol>@miniTicker`. */
export function miniTickerFrame(symbol: string, stats: DayStats, now: number): string {
  return JSON.stringify({
    e: '24hrMiniTicker',
    E: now,
    s: symbol,
    c: eightDecimals(stats.close),
    o: eightDecimals(stats.open),
    h: eightDecimals(stats.high),
    l: eightDecimals(stats.low),
    v: eightDecimals(stats.volume),
    q: eightDecimals(stats.quoteVolume),
  });
}
