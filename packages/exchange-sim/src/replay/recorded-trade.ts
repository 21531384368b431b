import type { SimTrade } from '../sim-trade.ts';
import type { BookCandle } from '../venue-book.ts';

type Json = Record<string, unknown>;

/** A trade with its product. */
export interface RecordedTrade {
  product: string;
  trade: SimTrade;
}

/** The trade in a Binance payload: aggTrade alone, whose ids REST speaks of. */
export function binanceTrade(data: Json): RecordedTrade | undefined {
  if (data['e'] !== 'aggTrade') return undefined;
  const [id, first, last, time] = [data['a'], data['f'], data['l'], data['T']];
  if (![id, first, last, time].every(Number.isSafeInteger)) return undefined;
  const trade: SimTrade = {
    id: id as number,
    firstRaw: first as number,
    lastRaw: last as number,
    price: String(data['p']),
    size: String(data['q']),
    time: time as number,
    micros: 0,
    side: data['m'] === true ? 'sell' : 'buy',
  };
  return { product: String(data['s']), trade };
}

/** The trade in a Coinbase match or last_match; its side is the maker's. */
export function coinbaseTrade(frame: Json): RecordedTrade | undefined {
  if (frame['type'] !== 'match' && frame['type'] !== 'last_match') return undefined;
  const id = frame['trade_id'];
  const iso = String(frame['time']);
  const time = Date.parse(iso);
  if (!Number.isSafeInteger(id) || Number.isNaN(time)) return undefined;
  const trade: SimTrade = {
    id: id as number,
    firstRaw: id as number,
    lastRaw: id as number,
    price: String(frame['price']),
    size: String(frame['size']),
    time,
    micros: Number((/\.\d{3}(\d{1,3})/.exec(iso)?.[1] ?? '0').padEnd(3, '0')),
    side: frame['side'] === 'buy' ? 'sell' : 'buy',
  };
  return { product: String(frame['product_id']), trade };
}

/** A candle that the venue itself sent, with its product and interval. */
export interface RecordedCandle {
  product: string;
  interval: string;
  candle: BookCandle;
}

/** The candle in a Binance kline payload. */
export function binanceCandle(data: Json): RecordedCandle | undefined {
  const kline = data['k'] as Json | undefined;
  if (data['e'] !== 'kline' || typeof kline?.['t'] !== 'number') return undefined;
  const text = (key: string): string => String(kline[key]);
  const candle: BookCandle = {
    time: kline['t'],
    open: text('o'),
    high: text('h'),
    low: text('l'),
    close: text('c'),
    volume: text('v'),
    quoteVolume: text('q'),
    takerBase: text('V'),
    takerQuote: text('Q'),
    trades: Number(kline['n']),
    raw: Number(kline['n']),
    firstRaw: Number(kline['f']),
    lastRaw: Number(kline['L']),
  };
  return { product: String(data['s']), interval: text('i'), candle };
}
