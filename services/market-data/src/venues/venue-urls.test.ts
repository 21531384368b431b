import { describe, expect, it } from 'vitest';
import { restOrigin, venueUrls, webSocketOrigin } from './venue-urls.ts';

describe('venue addresses', () => {
  it.each([
    ['wss://stream.binance.com:9443', 'wss://stream.binance.com:9443'],
    ['wss://stream.binance.com:9443/', 'wss://stream.binance.com:9443'],
    ['wss://stream.binance.com:9443/ws', 'wss://stream.binance.com:9443'],
    ['wss://stream.binance.com/stream/', 'wss://stream.binance.com'],
    [' ws://127.0.0.1:9000/binance/ws', 'ws://127.0.0.1:9000/binance'],
  ])('%j is the origin %s', (text, origin) => {
    expect(webSocketOrigin(text, 'BINANCE_WS_URL')).toBe(origin);
  });

  it('keep the port and the path of a proxy on REST', () => {
    expect(restOrigin('http://127.0.0.1:9001/', 'X')).toBe('http://127.0.0.1:9001');
    expect(restOrigin('https://proxy.example/coinbase', 'X')).toBe(
      'https://proxy.example/coinbase',
    );
  });

  it.each([
    ['stream.binance.com', 'is not a URL'],
    ['', 'is not a URL'],
    ['https://stream.binance.com', 'is not the scheme'],
    ['wss://user:secret@stream.binance.com', 'a user or a password'],
    ['wss://stream.binance.com/stream?streams=btcusdt@trade', '?streams=btcusdt@trade'],
  ])('refuse %j and name the setting', (text, why) => {
    expect(() => webSocketOrigin(text, 'BINANCE_WS_URL')).toThrow(why);
    expect(() => webSocketOrigin(text, 'BINANCE_WS_URL')).toThrow('BINANCE_WS_URL');
  });

  it('are all checked before the first fault is told', () => {
    const settings = {
      BINANCE_WS_URL: 'nowhere',
      BINANCE_REST_URL: 'https://api.binance.com',
      COINBASE_WS_URL: 'wss://ws-feed.exchange.coinbase.com',
      COINBASE_REST_URL: 'ftp://api.exchange.coinbase.com',
    };
    expect(() => venueUrls(settings)).toThrow(/BINANCE_WS_URL.*\nCOINBASE_REST_URL/);
  });
});
