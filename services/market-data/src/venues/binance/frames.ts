import { ignored, isRecord, parseJson, refused, typeName } from '../frame-events.ts';
import { isPositive, isSaneTime, refusalOf, withoutAbsent } from '../frame-fields.ts';
import type { FrameEvent, FrameParser } from '../venue.ts';
import {
  AGG_TRADE_REASONS,
  type AggTradeFrame,
  aggTradeFrame,
  BOOK_TICKER_OPTIONAL,
  BOOK_TICKER_REASONS,
  bookTickerFrame,
  IGNORED_EVENTS,
} from './frame-schemas.ts';

/**
 * Parses a frame of Binance spot, raw (`/ws`) or combined (`/stream`, wrapped in `{ stream, data }`).
 * Aggregate trades become trades: `trade_id` is the aggregate's, `trades` counts the raw ones. ADR 0004.
 */
export const parseBinanceFrame: FrameParser = (text, receivedAt) => {
  const frame = parseJson(text);
  if (frame === undefined) return [refused('not_json', text)];
  return [readFrame(frame, receivedAt)];
};

function readFrame(frame: unknown, receivedAt: number): FrameEvent {
  if (!isRecord(frame)) return readPayload(frame, receivedAt);
  if (frame['stream'] === '!serverShutdown') return { kind: 'shutdown' };
  const combined = typeof frame['stream'] === 'string' && 'data' in frame;
  return readPayload(combined ? frame['data'] : frame, receivedAt);
}

function readPayload(data: unknown, receivedAt: number): FrameEvent {
  if (Array.isArray(data)) return readArray(data);
  if (!isRecord(data)) return refused('bad_shape', `an object is expected, not ${typeName(data)}`);
  const type = data['e'];
  if (type === undefined) return readUntyped(data, receivedAt);
  if (type === 'aggTrade') return readAggTrade(data, receivedAt);
  if (type === 'serverShutdown') return { kind: 'shutdown' };
  if (typeof type !== 'string') return refused('bad_shape', `e: ${typeName(type)}`);
  return IGNORED_EVENTS.has(type) ? ignored(type) : refused('unknown_type', type);
}

/** Streams of all symbols (`!miniTicker@arr`) come as arrays. */
function readArray(data: readonly unknown[]): FrameEvent {
  const first = data[0];
  const type = isRecord(first) && typeof first['e'] === 'string' ? first['e'] : 'array';
  return ignored(type === 'array' ? type : `${type}[]`);
}

function readAggTrade(data: Record<string, unknown>, receivedAt: number): FrameEvent {
  if (!aggTradeFrame.Check(data)) {
    return refusalOf('aggTrade', aggTradeFrame, data, AGG_TRADE_REASONS);
  }
  if (!isPositive(data.p)) return refused('bad_number', `aggTrade: p is ${data.p}`);
  if (!isPositive(data.q)) return refused('bad_number', `aggTrade: q is ${data.q}`);
  if (data.l < data.f) return refused('bad_shape', `aggTrade: l ${data.l} is below f ${data.f}`);
  if (!isSaneTime(data.T, receivedAt)) return refused('bad_time', `aggTrade: T is ${data.T}`);
  return { kind: 'trade', trade: tradeOf(data) };
}

function tradeOf(frame: AggTradeFrame) {
  return {
    exchange: 'binance' as const,
    product: frame.s,
    trade_id: frame.a,
    price: frame.p,
    size: frame.q,
    time: frame.T,
    // `m`: the buyer is the maker, so the taker sold
    side: frame.m ? ('sell' as const) : ('buy' as const),
    trades: frame.l - frame.f + 1,
    first_id: frame.f,
  };
}

/** What has no `e`: best bid and ask, answers to our requests, depth snapshots. */
function readUntyped(data: Record<string, unknown>, receivedAt: number): FrameEvent {
  if ('u' in data && ('b' in data || 's' in data)) return readBookTicker(data, receivedAt);
  if ('error' in data || 'code' in data) return refused('venue_error', errorText(data));
  if (data['result'] === null) return { kind: 'subscribed' };
  if ('result' in data) return ignored('result');
  if ('lastUpdateId' in data) return ignored('depthSnapshot');
  return refused('unknown_type', `keys: ${Object.keys(data).slice(0, 10).join(' ')}`);
}

function readBookTicker(told: Record<string, unknown>, receivedAt: number): FrameEvent {
  if ('T' in told || 'E' in told || 'ps' in told) return ignored('bookTicker of futures');
  const data = withoutAbsent(told, BOOK_TICKER_OPTIONAL);
  if (!bookTickerFrame.Check(data)) {
    return refusalOf('bookTicker', bookTickerFrame, data, BOOK_TICKER_REASONS);
  }
  const { s: product, b: bid, a: ask } = data;
  if (bid === undefined || ask === undefined || !isPositive(bid) || !isPositive(ask))
    return ignored('bookTicker of an empty side');
  return { kind: 'quote', quote: { exchange: 'binance', product, bid, ask, time: receivedAt } };
}

function errorText(data: Record<string, unknown>): string {
  const error = isRecord(data['error']) ? data['error'] : data;
  return `${String(error['code'])}: ${String(error['msg'])}`;
}
