import { describe, expect, it } from 'vitest';
import { parseCoinbaseFrame } from './frames.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const match = {
  type: 'match',
  trade_id: 9001,
  maker_order_id: 'a3c1',
  taker_order_id: 'b4d2',
  side: 'buy',
  size: '0.0125',
  price: '151.27',
  product_id: 'SOL-USD',
  sequence: 77,
  time: '2026-11-20T11:59:58.123999Z',
};
const ticker = {
  type: 'ticker',
  sequence: 78,
  product_id: 'SOL-USD',
  price: '151.27',
  best_bid: '151.26',
  best_bid_size: '4',
  best_ask: '151.29',
  best_ask_size: '9',
  side: 'sell',
  time: '2026-11-20T11:59:58.123999Z',
  trade_id: 9001,
  last_size: '0.0125',
};
const lastTradeId = { kind: 'last_trade_id', product: 'SOL-USD', tradeId: 9001 };

const parse = (frame: unknown) => parseCoinbaseFrame(JSON.stringify(frame), NOW);
const without = <T extends object>(frame: T, ...keys: (keyof T)[]) =>
  Object.fromEntries(Object.entries(frame).filter(([key]) => !keys.includes(key as keyof T)));

describe('a match', () => {
  it("is a trade on the taker's side, its time cut to the millisecond", () => {
    expect(parse(match)).toEqual([
      {
        kind: 'trade',
        trade: {
          exchange: 'coinbase',
          product: 'SOL-USD',
          trade_id: 9001,
          price: '151.27',
          size: '0.0125',
          time: Date.UTC(2026, 10, 20, 11, 59, 58, 123),
          side: 'sell',
          trades: 1,
        },
      },
    ]);
    expect(parse({ ...match, side: 'sell' })).toMatchObject([{ trade: { side: 'buy' } }]);
  });

  it('is the same as last_match', () => {
    expect(parse({ ...match, type: 'last_match' })).toEqual(parse(match));
  });

  it.each([
    ['no trade id', without(match, 'trade_id'), 'bad_shape'],
    ['an unknown side', { ...match, side: 'both' }, 'bad_shape'],
    ['a lower-case product', { ...match, product_id: 'sol-usd' }, 'bad_shape'],
    ['a malformed size', { ...match, size: '0.-10000' }, 'bad_number'],
    ['a size of zero', { ...match, size: '0.000' }, 'bad_number'],
    ['a price of zero', { ...match, price: '0' }, 'bad_number'],
    ['a price that is no text', { ...match, price: 151.27 }, 'bad_number'],
    ['the year 1', { ...match, time: '0001-01-01T00:00:00.000000Z' }, 'bad_time'],
    ['a time that is none', { ...match, time: 'noon' }, 'bad_time'],
    ['a time two days ahead', { ...match, time: '2026-11-22T12:00:01Z' }, 'bad_time'],
    ['an id beyond 2^53', { ...match, trade_id: 2 ** 60 }, 'unsafe_id'],
  ])('with %s is refused', (_what, frame, reason) => {
    expect(parse(frame)).toMatchObject([{ kind: 'refused', reason }]);
  });
});

describe('a ticker', () => {
  it("is a quote and the newest trade's id", () => {
    const time = Date.UTC(2026, 10, 20, 11, 59, 58, 123);
    const quote = { exchange: 'coinbase', product: 'SOL-USD', bid: '151.26', ask: '151.29', time };
    expect(parse(ticker)).toEqual([
      { kind: 'quote', quote },
      { ...lastTradeId, asOf: time },
    ]);
  });

  it('without a bid or an ask is no quote, and the id still counts', () => {
    expect(parse(without(ticker, 'best_bid'))).toMatchObject([{ kind: 'ignored' }, lastTradeId]);
    expect(parse({ ...ticker, best_ask: '0' })).toMatchObject([{ kind: 'ignored' }, lastTradeId]);
  });

  it('without an id is a quote alone', () => {
    expect(parse(without(ticker, 'trade_id'))).toMatchObject([{ kind: 'quote' }]);
  });

  it('without a time is of the moment of receipt', () => {
    expect(parse(without(ticker, 'time'))).toMatchObject([{ quote: { time: NOW } }, lastTradeId]);
  });

  it('of the year 1 gives no quote', () => {
    const frame = { ...ticker, time: '0001-01-01T00:00:00Z' };
    expect(parse(frame)).toMatchObject([{ reason: 'bad_time' }, lastTradeId]);
  });

  it('with a malformed field is refused, and says which', () => {
    for (const [field, reason] of [
      ['best_bid', 'bad_number'],
      ['best_ask', 'bad_number'],
      ['trade_id', 'bad_shape'],
    ] as const) {
      for (const value of [' ', '-', 'NaN', false]) {
        const detail = expect.stringContaining(`ticker: ${field} `) as string;
        expect(parse({ ...ticker, [field]: value })).toEqual([
          { kind: 'refused', detail, reason: expect.stringMatching(reason) as string },
        ]);
      }
    }
  });
});

describe('a field that may be left out', () => {
  const nothing = [undefined, null, ''];

  it('costs itself alone, however it is left out', () => {
    for (const value of nothing) {
      for (const side of ['best_bid', 'best_ask']) {
        const oneSided = parse({ ...ticker, [side]: value });
        expect(oneSided).toMatchObject([{ kind: 'ignored' }, lastTradeId]);
      }
      for (const size of ['best_bid_size', 'best_ask_size', 'last_size', 'price', 'side']) {
        expect(parse({ ...ticker, [size]: value })).toEqual(parse(ticker));
      }
      expect(parse({ ...ticker, trade_id: value })).toMatchObject([{ kind: 'quote' }]);
      const ofReceipt = [{ quote: { time: NOW } }, { ...lastTradeId, asOf: null }];
      expect(parse({ ...ticker, time: value })).toMatchObject(ofReceipt);
      const beat = { type: 'heartbeat', product_id: 'SOL-USD', last_trade_id: 9001 };
      expect(parse({ ...beat, time: value })).toMatchObject([{ ...lastTradeId, asOf: null }]);
      expect(parse({ ...beat, last_trade_id: value })).toMatchObject([{ kind: 'ignored' }]);
    }
  });

  it('is refused where a match lacks it', () => {
    for (const field of ['price', 'size', 'trade_id', 'time', 'side', 'product_id']) {
      for (const value of nothing) {
        expect(parse({ ...match, [field]: value })).toMatchObject([{ kind: 'refused' }]);
      }
    }
  });
});

it.each(['币安人生-USD', 'МИР-USD', 'ไทย-USD', 'ÉTÉ-USD'])('%s is a product', (product_id) => {
  expect(parse({ ...match, product_id })).toMatchObject([{ trade: { product: product_id } }]);
  expect(parse({ ...ticker, product_id })).toMatchObject([
    { quote: { product: product_id } },
    { product: product_id },
  ]);
});

describe('what is no market data', () => {
  it('a heartbeat tells the newest trade id', () => {
    const frame = { type: 'heartbeat', sequence: 1, last_trade_id: 9001, product_id: 'SOL-USD' };
    expect(parse(frame)).toEqual([{ ...lastTradeId, asOf: null }]);
    const time = '2026-11-20T11:59:59.500000Z';
    expect(parse({ ...frame, time })).toMatchObject([{ asOf: Date.parse(time) }]);
    expect(parse({ ...frame, time: '0001-01-01T00:00:00Z' })).toMatchObject([{ asOf: null }]);
    expect(parse({ ...frame, last_trade_id: 1e300 })).toMatchObject([{ reason: 'unsafe_id' }]);
    expect(parse({ ...frame, product_id: null })).toMatchObject([{ reason: 'bad_shape' }]);
  });

  it('a list of subscriptions is an acknowledgement', () => {
    expect(parse({ type: 'subscriptions', channels: [] })).toEqual([{ kind: 'subscribed' }]);
  });

  it("an error carries the venue's text", () => {
    const frame = { type: 'error', message: 'Failed to subscribe', reason: 'X-USD is not valid' };
    const detail = 'Failed to subscribe: X-USD is not valid';
    expect(parse(frame)).toEqual([{ kind: 'refused', reason: 'venue_error', detail }]);
    expect(parse({ type: 'error' })).toMatchObject([{ reason: 'venue_error' }]);
  });

  it.each(['l2update', 'snapshot', 'status', 'open', 'done'])('%s is ignored by name', (type) => {
    expect(parse({ type })).toEqual([{ kind: 'ignored', type }]);
  });

  it('an unheard-of type is refused as unknown', () => {
    expect(parse({ type: 'surprise' })).toMatchObject([{ reason: 'unknown_type' }]);
  });
});

describe('what is not a frame', () => {
  it.each(['', '{"type":"match"', 'undefined'])('%j is not JSON', (text) => {
    expect(parseCoinbaseFrame(text, NOW)).toMatchObject([{ reason: 'not_json' }]);
  });

  it.each([null, 3, 'match', [match], {}, { type: ['match'] }])(
    '%j has the wrong shape',
    (value) => {
      expect(parse(value)).toMatchObject([{ reason: 'bad_shape' }]);
    },
  );
});
