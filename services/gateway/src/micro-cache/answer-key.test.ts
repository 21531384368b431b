import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerKey, encodingClass } from './answer-key.ts';

const key = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  answerKey({ method, url, headers } as unknown as IncomingMessage);

test.each([
  ['/api/market/price/bitcoin'],
  ['/api/market/candles/bitcoin?interval=1m&limit=5'],
  ['/api/analytics/risk/bitcoin'],
])('%s may be answered together', (url) => {
  expect(key(url)).toBe(` ${url}`);
  expect(key(url, {}, 'HEAD')).toBe(key(url));
});

test.each([
  ['/api/users/me'],
  ['/api/markets/x'],
  ['http://a/api/market/coins'],
  ['/%61pi/market/coins'],
  ['/'],
])('%s is not answered from memory', (url) => {
  expect(key(url)).toBeNull();
});

test('other methods, bodies and pieces are nobody else’s', () => {
  const url = '/api/market/coins';
  expect(key(url, {}, 'POST')).toBeNull();
  expect(key(url, { 'content-length': '1' })).toBeNull();
  expect(key(url, { 'transfer-encoding': 'chunked' })).toBeNull();
  expect(key(url, { range: 'bytes=0-1' })).toBeNull();
  expect(key(url, { 'x-no-compression': '1' })).toBeNull();
});

test('requests for different things never share a key', () => {
  const part = fc.string({ maxLength: 10 });
  fc.assert(
    fc.property(part, part, (a, b) => {
      const [one, other] = [`/api/market/${a}`, `/api/market/${b}`];
      expect(key(one) === key(other)).toBe(a === b);
    }),
  );
});

test.each([
  [undefined, ''],
  ['gzip, deflate, br, zstd', 'br'],
  ['br', 'br'],
  ['GZIP, deflate', 'gzip'],
  ['identity', ''],
  ['deflate', ''],
  ['br;q=0, gzip', 'br;q=0, gzip'],
  ['*', '*'],
])('%j is of the class %j', (header, of) => {
  expect(encodingClass(header)).toBe(of);
});
