// Calls through the client that @hey-api/openapi-ts makes; prints what they answered as one JSON object.
import * as api from './hey-api/index.js';
import { client } from './hey-api/client.gen.js';

const [url = '', username = '', password = '', start, end] = process.argv.slice(2);
const period = { from: Number(start), to: Number(end) };
client.setConfig({ baseUrl: url, throwOnError: true });

const bars = ({ candles }: api.CandlesView) =>
  candles.map(({ time, open, close, volume }) => [time, open, close, volume]);
const told = { throwOnError: true } as const;
const path = { coin_id: 'bitcoin' };

const { data: signedIn } = await api.login({ body: { username, password }, ...told });
client.setConfig({ auth: signedIn.data.access_token });

const { data: price } = await api.getPrice({ path, ...told });
const { data: coins } = await api.listCoins(told);
const { data: candles } = await api.listCandles({
  path,
  query: { interval: '1h', ...period },
  ...told,
});
const { data: ofVenue } = await api.listCandles({
  path: { coin_id: 'ethereum' },
  query: { interval: '4h', exchange: 'binance', ...period },
  ...told,
});
const { data: indicators } = await api.getIndicators({
  path,
  query: { names: 'rsi(14)', interval: '1d', limit: 5 },
  ...told,
});
const { data: matrix } = await api.getCorrelationMatrix({
  query: { coins: ['bitcoin', 'ethereum'], period: '90d' },
  ...told,
});
const { data: risk } = await api.getRisk({ path, query: { period: '90d' }, ...told });
const { data: backtest } = await api.runBacktest({
  body: { coin_id: 'bitcoin', interval: '1h', entry: 'rsi(14) < 40', ...period },
  ...told,
});
const me = { path: { user_id: 'me' }, ...told };
const { data: preferences } = await api.updatePreferences({ ...me, body: { theme: 'dark' } });
const { data: key } = await api.createApiKey({ ...me, body: { name: 'hey', scope: 'read' } });
const { response } = await api.getPrice({ path: { coin_id: 'no-such-coin' }, throwOnError: false });

console.log(
  JSON.stringify({
    price: price.data.price,
    coins: coins.data.map(({ coin_id }) => coin_id),
    candles: bars(candles.data),
    venue_candles: bars(ofVenue.data),
    indicators: [indicators.data.times, indicators.data.indicators[0]?.values],
    matrix: matrix.data.matrix,
    risk: [risk.data.last_bar_time, risk.data.total_return, risk.data.max_drawdown.depth],
    backtest: [backtest.data.summary.final_equity, backtest.data.summary.trades],
    user_id: signedIn.data.user_id,
    theme: preferences.data.theme,
    key: [key.data.name, key.data.expires_at],
    refused: response?.status,
  }),
);
