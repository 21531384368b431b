import { DecimalStringSchema, TradeSchema } from '@tidemark/contracts/trade';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { parseBinanceFrame } from '../../src/venues/binance/frames.ts';
import { parseCoinbaseFrame } from '../../src/venues/coinbase/frames.ts';
import type { FrameEvent, FrameParser } from '../../src/venues/venue.ts';

export const PARSERS: readonly { exchange: string; parse: FrameParser }[] = [
  { exchange: 'binance', parse: parseBinanceFrame },
  { exchange: 'coinbase', parse: parseCoinbaseFrame },
];

const REASONS: ReadonlySet<string> = new Set([
  'not_json',
  'bad_shape',
  'bad_number',
  'bad_time',
  'unsafe_id',
  'unknown_type',
  'venue_error',
]);
const trade = Compile(Type.Omit(TradeSchema, ['coin_id'], { additionalProperties: false }));
const decimal = Compile(DecimalStringSchema);
const GENESIS = Date.UTC(2009, 0, 3);
const DAY = 86_400_000;

/** What is wrong with a frame's events, in words; null when all is well. */
export function faultOf(
  exchange: string,
  events: readonly FrameEvent[],
  now: number,
): string | null {
  if (events.length === 0) return 'no event';
  for (const event of events) {
    const fault = faultOfEvent(exchange, event, now);
    if (fault) return `${fault}: ${JSON.stringify(event)}`;
  }
  return null;
}

function faultOfEvent(exchange: string, event: FrameEvent, now: number): string | null {
  const sane = (time: number) => Number.isInteger(time) && time >= GENESIS && time <= now + DAY;
  const price = (text: string) => decimal.Check(text) && Number(text) > 0;
  switch (event.kind) {
    case 'trade': {
      const { time, size, trade_id, exchange: venue } = event.trade;
      if (!trade.Check(event.trade)) return 'not a trade by the schema';
      if (!price(event.trade.price) || !price(size)) return 'a price or size of nothing';
      if (!sane(time) || !Number.isSafeInteger(trade_id)) return 'a time or id that cannot be';
      return venue === exchange ? null : 'another venue';
    }
    case 'quote': {
      const { bid, ask, time, product, exchange: venue } = event.quote;
      if (!price(bid) || !price(ask) || !sane(time)) return 'not a quote';
      return product && venue === exchange ? null : 'a quote of nothing';
    }
    case 'last_trade_id':
      return Number.isSafeInteger(event.tradeId) && event.tradeId >= 0 ? null : 'not an id';
    case 'refused':
      return REASONS.has(event.reason) ? null : 'no reason';
    case 'ignored':
      return typeof event.type === 'string' && event.type.length <= 60 ? null : 'no type';
    default:
      return null;
  }
}
