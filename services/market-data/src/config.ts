import Type, { type Static } from 'typebox';

const webSocketUrl = (url: string) =>
  Type.String({ default: url, pattern: '^wss?://[^/]', description: `an address such as ${url}` });
const restUrl = (url: string) =>
  Type.String({
    default: url,
    pattern: '^https?://[^/]',
    description: `an address such as ${url}`,
  });

/** Environment variables of market-data. */
export const configSchema = Type.Object({
  BINANCE_WS_URL: webSocketUrl('wss://stream.binance.com:9443'),
  BINANCE_REST_URL: restUrl('https://api.binance.com'),
  COINBASE_WS_URL: webSocketUrl('wss://ws-feed.exchange.coinbase.com'),
  COINBASE_REST_URL: restUrl('https://api.exchange.coinbase.com'),
  ECB_RATES_URL: Type.String({
    default: 'https://www.ecb.europa.eu/stats/eurofxref',
    pattern: '^(off|https?://[^/].*)$',
    description: 'an address such as https://www.ecb.europa.eu/stats/eurofxref, or off',
  }),
  PRICE_MAX_AGE_MS: Type.Integer({
    default: 60_000,
    minimum: 1_000,
    maximum: 3_600_000,
    description: 'a quote older than this is left out of the price',
  }),
  PRICES_RETENTION_DAYS: Type.Integer({
    default: 3,
    minimum: 1,
    maximum: 3650,
    description: 'whole days of second-by-second prices that are kept',
  }),
  BINANCE_TAKER_FEE_PCT: Type.Number({ default: 0.1, minimum: 0, maximum: 5 }),
  COINBASE_TAKER_FEE_PCT: Type.Number({ default: 0.6, minimum: 0, maximum: 5 }),
  HISTORY_BACKFILL: Type.Boolean({
    default: true,
    description: 'whether history is fetched at the first start',
  }),
});
export type MarketDataConfig = Static<typeof configSchema>;
