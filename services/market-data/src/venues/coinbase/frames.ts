import { ignored, isRecord, parseJson, refused, typeName } from '../frame-events.ts';
import { isPositive, isSaneTime, parseIsoTime, refusalOf, withoutAbsent } from '../frame-fields.ts';
import type { FrameEvent, FrameParser } from '../venue.ts';
import {
  FIELD_REASONS,
  HEARTBEAT_OPTIONAL,
  heartbeatFrame,
  IGNORED_TYPES,
  matchFrame,
  TICKER_OPTIONAL,
  type MatchFrame,
  tickerFrame,
  type TickerFrame,
} from './frame-schemas.ts';

/** Parses a frame of Coinbase Exchange. Times lose what is below the millisecond. */
export const parseCoinbaseFrame: FrameParser = (text, receivedAt) => {
  const frame = parseJson(text);
  if (frame === undefined) return [refused('not_json', text)];
  if (!isRecord(frame)) {
    return [refused('bad_shape', `an object is expected, not ${typeName(frame)}`)];
  }
  return readFrame(frame, receivedAt);
};

function readFrame(frame: Record<string, unknown>, receivedAt: number): FrameEvent[] {
  const type = frame['type'];
  switch (type) {
    case 'match':
    case 'last_match':
      return [readMatch(type, frame, receivedAt)];
    case 'ticker':
      return readTicker(frame, receivedAt);
    case 'heartbeat':
      return [readHeartbeat(frame, receivedAt)];
    case 'subscriptions':
      return [{ kind: 'subscribed' }];
    case 'error':
      return [refused('venue_error', errorText(frame))];
    default:
      return [readOther(type)];
  }
}

function readMatch(type: string, frame: Record<string, unknown>, receivedAt: number): FrameEvent {
  if (!matchFrame.Check(frame)) return refusalOf(type, matchFrame, frame, FIELD_REASONS);
  if (!isPositive(frame.price)) return refused('bad_number', `${type}: price is ${frame.price}`);
  if (!isPositive(frame.size)) return refused('bad_number', `${type}: size is ${frame.size}`);
  const time = parseIsoTime(frame.time);
  if (!isSaneTime(time, receivedAt)) return refused('bad_time', `${type}: time is ${frame.time}`);
  return { kind: 'trade', trade: tradeOf(frame, time) };
}

function tradeOf(frame: MatchFrame, time: number) {
  return {
    exchange: 'coinbase' as const,
    product: frame.product_id,
    trade_id: frame.trade_id,
    price: frame.price,
    size: frame.size,
    time,
    // the venue tells the maker's side
    side: frame.side === 'buy' ? ('sell' as const) : ('buy' as const),
    trades: 1,
  };
}

/** A ticker tells the best bid and ask, and the newest trade's id. */
function readTicker(told: Record<string, unknown>, receivedAt: number): FrameEvent[] {
  const frame = withoutAbsent(told, TICKER_OPTIONAL);
  if (!tickerFrame.Check(frame)) return [refusalOf('ticker', tickerFrame, frame, FIELD_REASONS)];
  const events: FrameEvent[] = [readQuote(frame, receivedAt)];
  if (frame.trade_id !== undefined) {
    const asOf = saneTime(frame.time, receivedAt);
    const { product_id: product, trade_id: tradeId } = frame;
    events.push({ kind: 'last_trade_id', product, tradeId, asOf });
  }
  return events;
}

function readQuote(frame: TickerFrame, receivedAt: number): FrameEvent {
  const { product_id: product, best_bid: bid, best_ask: ask } = frame;
  if (bid === undefined || ask === undefined || !isPositive(bid) || !isPositive(ask)) {
    return ignored('ticker of an empty side');
  }
  const time = frame.time === undefined ? receivedAt : parseIsoTime(frame.time);
  if (!isSaneTime(time, receivedAt)) return refused('bad_time', `ticker: time is ${frame.time}`);
  return { kind: 'quote', quote: { exchange: 'coinbase', product, bid, ask, time } };
}

function readHeartbeat(told: Record<string, unknown>, receivedAt: number): FrameEvent {
  const frame = withoutAbsent(told, HEARTBEAT_OPTIONAL);
  if (!heartbeatFrame.Check(frame)) {
    return refusalOf('heartbeat', heartbeatFrame, frame, FIELD_REASONS);
  }
  const { product_id: product, last_trade_id: tradeId } = frame;
  if (tradeId === undefined) return ignored('heartbeat without a trade');
  return { kind: 'last_trade_id', product, tradeId, asOf: saneTime(frame.time, receivedAt) };
}

/** The venue's time, or null where it is absent or cannot be: then an id proves nothing about time. */
function saneTime(text: string | undefined, receivedAt: number): number | null {
  const time = text === undefined ? NaN : parseIsoTime(text);
  return isSaneTime(time, receivedAt) ? time : null;
}

function readOther(type: unknown): FrameEvent {
  if (typeof type !== 'string') return refused('bad_shape', `type: ${typeName(type)}`);
  return IGNORED_TYPES.has(type) ? ignored(type) : refused('unknown_type', type);
}

function errorText(frame: Record<string, unknown>): string {
  return [frame['message'], frame['reason']].filter((part) => typeof part === 'string').join(': ');
}
