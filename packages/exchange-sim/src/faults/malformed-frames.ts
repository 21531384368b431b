import type { Venue } from '../model/product.ts';

const DEEP = 2000;
const HUGE_ID = '9007199254740993123';

/** Broken in ways that both venues share. */
function sharedFrames(): string[] {
  return [
    'not json at all',
    '',
    '{"e":"aggTrade","E":17',
    'null',
    'true',
    '42',
    '"text"',
    '[]',
    '[{"e":"aggTrade"},{"type":"match"}]',
    '{}',
    `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`,
    `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`,
    '{"__proto__":{"e":"aggTrade"},"constructor":"x"}',
    '\u0000\u0001\uFFFD',
  ];
}

function binanceFrames(product: string): string[] {
  const frame = (changes: string): string =>
    `{"e":"aggTrade","E":1700000000000,"s":"${product}",${changes},"M":true}`;
  const ids = (id: string): string => `"a":${id},"f":1,"l":1`;
  return [
    frame(`${ids('12')},"p":1.5,"q":"1.00000000","T":1700000000000,"m":true`),
    frame(`${ids('12')},"p":"NaN","q":"1.00000000","T":1700000000000,"m":true`),
    frame(`${ids('12')},"p":"1.00000000","q":"0.-10000","T":1700000000000,"m":true`),
    frame(`${ids('12')},"p":"-1.00000000","q":"1.00000000","T":1700000000000,"m":true`),
    frame(`${ids('12')},"p":"1e400","q":"1.00000000","T":1700000000000,"m":true`),
    frame(`${ids('12')},"p":"1.00000000","q":"1.00000000","T":"yesterday","m":true`),
    frame(`${ids('12')},"p":"1.00000000","q":"1.00000000","T":-62135596800000,"m":true`),
    frame(`${ids('12')},"p":"1.00000000","q":"1.00000000","T":1700000000000,"m":"maybe"`),
    frame(`${ids(HUGE_ID)},"p":"1.00000000","q":"1.00000000","T":1700000000000,"m":true`),
    frame(`${ids('"12"')},"p":"1.00000000","q":"1.00000000","T":1700000000000,"m":true`),
    frame(`${ids('-5')},"p":"1.00000000","q":"1.00000000","T":1700000000000,"m":true`),
    frame(`${ids('12')},"p":null,"q":{},"T":[],"m":true`),
    `{"e":"somethingNew","E":1700000000000,"s":"${product}"}`,
    '{"stream":"x@aggTrade"}',
    '{"stream":17,"data":"aggTrade"}',
    '{"stream":"x@aggTrade","data":{"stream":"y","data":{}}}',
  ];
}

function coinbaseFrames(product: string): string[] {
  const frame = (changes: string): string =>
    `{"type":"match","maker_order_id":"a","taker_order_id":"b","product_id":"${product}","sequence":1,${changes}}`;
  const time = '"time":"2023-11-14T22:13:20.000000Z"';
  return [
    frame(`"trade_id":12,"side":"sell","size":"0.-10000","price":"1.00",${time}`),
    frame('"trade_id":12,"side":"sell","size":"1","price":"1.00","time":"0001-01-01T00:00:00Z"'),
    frame('"trade_id":12,"side":"sell","size":"1","price":"1.00","time":"soon"'),
    frame('"trade_id":12,"side":"sell","size":"1","price":"1.00","time":1700000000'),
    frame(`"trade_id":12,"side":"neither","size":"1","price":"1.00",${time}`),
    frame(`"trade_id":${HUGE_ID},"side":"sell","size":"1","price":"1.00",${time}`),
    frame(`"trade_id":"12","side":"sell","size":"1","price":"1.00",${time}`),
    frame(`"trade_id":12,"side":"sell","size":1,"price":2,${time}`),
    frame(`"trade_id":12,"side":"sell","size":"1","price":"Infinity",${time}`),
    frame(`"trade_id":12,"side":"sell","size":"1","price":"",${time}`),
    frame(`"trade_id":12,"side":"sell","size":"1","price":"-1.00",${time}`),
    '{"type":"match","product_id":"NOT-LISTED"}',
    `{"type":"heartbeat","product_id":"${product}","last_trade_id":"x"}`,
    `{"type":"ticker","product_id":"${product}"}`,
    '{"type":"something_new","product_id":"BTC-USD"}',
    '{"type":["match"]}',
  ];
}

/** Frames that no reader may take for a trade, as seen on the wire or worse; `product` is one the venue lists. */
export function malformedFrames(venue: Venue, product: string): string[] {
  const own = venue === 'binance' ? binanceFrames(product) : coinbaseFrames(product);
  return [...sharedFrames(), ...own];
}
