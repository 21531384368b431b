// Calls through openapi-fetch with the types of openapi-typescript; prints what they answered as one JSON object.
import createClient from 'openapi-fetch';
import type { components, paths } from './schema.js';

const [url = '', username = '', password = '', start, end] = process.argv.slice(2);
const period = { from: Number(start), to: Number(end) };
const client = createClient<paths>({ baseUrl: url });

async function data<T>(answer: Promise<{ data?: { data: T }; error?: unknown }>): Promise<T> {
  const { data, error } = await answer;
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data.data;
}
const bars = ({ candles }: components['schemas']['CandlesView']) =>
  candles.map(({ time, open, close, volume }) => [time, open, close, volume]);

const signedIn = await data(client.POST('/api/users/login', { body: { username, password } }));
client.use({
  onRequest({ request }) {
    request.headers.set('Authorization', `Bearer ${signedIn.access_token}`);
  },
});
const bitcoin = { coin_id: 'bitcoin' };
const price = await data(client.GET('/api/market/price/{coin_id}', { params: { path: bitcoin } }));
const coins = await data(client.GET('/api/market/coins'));
const candles = await data(
  client.GET('/api/market/candles/{coin_id}', {
    params: { path: bitcoin, query: { interval: '1h', ...period } },
  }),
);
const ofVenue = await data(
  client.GET('/api/market/candles/{coin_id}', {
    params: {
      path: { coin_id: 'ethereum' },
      query: { interval: '4h', exchange: 'binance', ...period },
    },
  }),
);
const indicators = await data(
  client.GET('/api/analytics/indicators/{coin_id}', {
    params: { path: bitcoin, query: { names: 'rsi(14)', interval: '1d', limit: 5 } },
  }),
);
const matrix = await data(
  client.GET('/api/analytics/correlation-matrix', {
    params: { query: { coins: ['bitcoin', 'ethereum'], period: '90d' } },
  }),
);
const risk = await data(
  client.GET('/api/analytics/risk/{coin_id}', {
    params: { path: bitcoin, query: { period: '90d' } },
  }),
);
const backtest = await data(
  client.POST('/api/analytics/backtest', {
    body: { coin_id: 'bitcoin', interval: '1h', entry: 'rsi(14) < 40', ...period },
  }),
);
const me = { params: { path: { user_id: 'me' } } };
const preferences = await data(
  client.PUT('/api/users/{user_id}/preferences', { ...me, body: { theme: 'dark' } }),
);
const key = await data(
  client.POST('/api/users/{user_id}/api-keys', { ...me, body: { name: 'fetch', scope: 'read' } }),
);
const { response } = await client.GET('/api/market/price/{coin_id}', {
  params: { path: { coin_id: 'no-such-coin' } },
});

console.log(
  JSON.stringify({
    price: price.price,
    coins: coins.map(({ coin_id }) => coin_id),
    candles: bars(candles),
    venue_candles: bars(ofVenue),
    indicators: [indicators.times, indicators.indicators[0]?.values],
    matrix: matrix.matrix,
    risk: [risk.last_bar_time, risk.total_return, risk.max_drawdown.depth],
    backtest: [backtest.summary.final_equity, backtest.summary.trades],
    user_id: signedIn.user_id,
    theme: preferences.theme,
    key: [key.name, key.expires_at],
    refused: response.status,
  }),
);
