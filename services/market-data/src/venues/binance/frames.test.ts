import { describe, expect, it } from 'vitest';
import { parseBinanceFrame } from './frames.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const aggTrade = {
  e: 'aggTrade',
  E: NOW - 5,
  s: 'SOLUSDT',
  a: 41,
  p: '151.20000000',
  q: '0.50000000',
  f: 100,
  l: 102,
  T: NOW - 7,
  m: true,
  M: true,
};
const bookTicker = { u: 400900217, s: 'SOLUSDT', b: '151.1', B: '31.2', a: '151.3', A: '40.6' };

const parse = (frame: unknown) => parseBinanceFrame(JSON.stringify(frame), NOW);
const without = (key: keyof typeof aggTrade) => {
  const { [key]: _gone, ...rest } = aggTrade;
  return rest;
};

describe('an aggregate trade', () => {
  it('is a trade of its aggregate id that counts the raw ones', () => {
    expect(parse(aggTrade)).toEqual([
      {
        kind: 'trade',
        trade: {
          exchange: 'binance',
          product: 'SOLUSDT',
          trade_id: 41,
          price: '151.20000000',
          size: '0.50000000',
          time: NOW - 7,
          side: 'sell',
          trades: 3,
          first_id: 100,
        },
      },
    ]);
  });

  it('reads the same from a combined stream', () => {
    expect(parse({ stream: 'solusdt@aggTrade', data: aggTrade })).toEqual(parse(aggTrade));
  });

  it('was bought by the taker when the buyer is not the maker', () => {
    expect(parse({ ...aggTrade, m: false })).toMatchObject([{ trade: { side: 'buy' } }]);
  });

  it.each([
    ['no price', without('p'), 'bad_shape'],
    ["no M, as a perpetual's", without('M'), 'bad_shape'],
    ['a price as a number', { ...aggTrade, p: 151.2 }, 'bad_number'],
    ['a price of zero', { ...aggTrade, p: '0.00' }, 'bad_number'],
    ['a negative price', { ...aggTrade, p: '-1' }, 'bad_number'],
    ['a price with an exponent', { ...aggTrade, p: '1e5' }, 'bad_number'],
    ['a size of zero', { ...aggTrade, q: '0' }, 'bad_number'],
    ['a malformed size', { ...aggTrade, q: '0.-10000' }, 'bad_number'],
    ['an id that a number cannot hold', { ...aggTrade, a: 2 ** 53 + 2 }, 'unsafe_id'],
    ['a negative id', { ...aggTrade, a: -1 }, 'unsafe_id'],
    ['an id as text', { ...aggTrade, a: '41' }, 'bad_shape'],
    ['ids that run backwards', { ...aggTrade, l: 99 }, 'bad_shape'],
    ['a time before Bitcoin', { ...aggTrade, T: 0 }, 'bad_time'],
    ['a time in microseconds', { ...aggTrade, T: NOW * 1000 }, 'bad_time'],
    ['a time as text', { ...aggTrade, T: 'now' }, 'bad_time'],
    ['a malformed product', { ...aggTrade, s: 'sol usdt' }, 'bad_shape'],
  ])('with %s is refused', (_what, frame, reason) => {
    expect(parse(frame)).toMatchObject([{ kind: 'refused', reason }]);
  });

  it('of a future is left to the feed, which knows its products', () => {
    expect(parse({ ...aggTrade, s: 'BTCUSDT_210625' })).toMatchObject([{ kind: 'trade' }]);
  });
});

describe('best bid and ask', () => {
  it('are a quote of the moment of receipt', () => {
    const quote = {
      exchange: 'binance',
      product: 'SOLUSDT',
      bid: '151.1',
      ask: '151.3',
      time: NOW,
    };
    expect(parse(bookTicker)).toEqual([{ kind: 'quote', quote }]);
    expect(parse({ stream: 'solusdt@bookTicker', data: bookTicker })).toEqual(parse(bookTicker));
  });

  it('of a future are ignored, whichever form they have', () => {
    expect(parse({ ...bookTicker, e: 'bookTicker', T: 1, E: 1 })).toMatchObject([
      { kind: 'ignored' },
    ]);
    expect(parse({ ...bookTicker, ps: 'SOLUSD' })).toMatchObject([{ kind: 'ignored' }]);
  });

  it('with an empty side are no quote', () => {
    expect(parse({ ...bookTicker, b: '0.00000000' })).toMatchObject([{ kind: 'ignored' }]);
  });

  it('that are no numbers are refused', () => {
    for (const field of ['a', 'A', 'b', 'B']) {
      const detail = expect.stringContaining(`bookTicker: ${field} `) as string;
      expect(parse({ ...bookTicker, [field]: 'NaN' })).toMatchObject([
        { reason: 'bad_number', detail },
      ]);
    }
  });

  it('may each be left out, at the cost of the quote; the sizes at no cost', () => {
    for (const value of [undefined, null, '']) {
      for (const side of ['a', 'b']) {
        expect(parse({ ...bookTicker, [side]: value })).toMatchObject([{ kind: 'ignored' }]);
      }
      for (const size of ['A', 'B']) {
        expect(parse({ ...bookTicker, [size]: value })).toEqual(parse(bookTicker));
      }
    }
  });
});

describe('a symbol in another script', () => {
  it.each(['币安人生USDT', 'МИРUSDT', 'ไทยUSDT', 'ÉTÉUSDT'])('%s is a product', (s) => {
    expect(parse({ ...aggTrade, s })).toMatchObject([{ trade: { product: s } }]);
    expect(parse({ ...bookTicker, s })).toMatchObject([{ quote: { product: s } }]);
  });

  it.each(['', ' ', 'BTC USDT', 'BTC/USDT', '../X', 'btcusdt', '币'.repeat(51)])(
    'what is none is refused: %j',
    (s) => {
      expect(parse({ ...aggTrade, s })).toMatchObject([{ reason: 'bad_shape' }]);
    },
  );
});

describe('what is not market data', () => {
  it('the announcement of a shutdown is one, raw or combined', () => {
    expect(parse({ e: 'serverShutdown', E: NOW })).toEqual([{ kind: 'shutdown' }]);
    expect(parse({ stream: '!serverShutdown', data: { E: NOW } })).toEqual([{ kind: 'shutdown' }]);
  });

  it('the answer to SUBSCRIBE is an acknowledgement', () => {
    expect(parse({ result: null, id: 1 })).toEqual([{ kind: 'subscribed' }]);
  });

  it("errors carry the venue's text", () => {
    const nested = { error: { code: 2, msg: 'Invalid request: unknown variant' }, id: 1 };
    const detail = '2: Invalid request: unknown variant';
    expect(parse(nested)).toEqual([{ kind: 'refused', reason: 'venue_error', detail }]);
    expect(parse({ code: 3, msg: 'Invalid JSON' })).toMatchObject([{ detail: '3: Invalid JSON' }]);
  });

  it.each(['trade', 'kline', 'depthUpdate', '24hrTicker', '24hrMiniTicker', 'markPriceUpdate'])(
    '%s is ignored by name',
    (e) => {
      expect(parse({ e, E: NOW })).toEqual([{ kind: 'ignored', type: e }]);
    },
  );

  it('an array of tickers is ignored', () => {
    const frame = { stream: '!miniTicker@arr', data: [{ e: '24hrMiniTicker' }] };
    expect(parse(frame)).toEqual([{ kind: 'ignored', type: '24hrMiniTicker[]' }]);
    expect(parse([])).toEqual([{ kind: 'ignored', type: 'array' }]);
  });

  it('an unheard-of event is refused as unknown', () => {
    expect(parse({ e: 'somethingNew' })).toMatchObject([{ reason: 'unknown_type' }]);
    expect(parse({ hello: 1 })).toMatchObject([{ reason: 'unknown_type' }]);
  });
});

describe('what is not a frame', () => {
  it.each(['', '{', 'hello', '{"e":"aggTrade"', '\u0000'])('%j is not JSON', (text) => {
    expect(parseBinanceFrame(text, NOW)).toMatchObject([{ reason: 'not_json' }]);
  });

  it.each([null, 1, 'aggTrade', true, { e: 7 }, { e: null }, { stream: 'x', data: null }])(
    '%j has the wrong shape',
    (value) => {
      expect(parse(value)).toMatchObject([{ reason: 'bad_shape' }]);
    },
  );

  it('a detail stays short, however long the frame', () => {
    const [event] = parseBinanceFrame('x'.repeat(100_000), NOW);
    expect(JSON.stringify(event).length).toBeLessThan(300);
  });

  it('deep nesting is no harm', () => {
    expect(parseBinanceFrame('['.repeat(100_000), NOW)).toHaveLength(1);
    const deep = `{"e":${'['.repeat(5000)}${']'.repeat(5000)}}`;
    expect(parseBinanceFrame(deep, NOW)).toMatchObject([{ reason: 'bad_shape' }]);
  });
});
