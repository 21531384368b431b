import type { CorrelationMatrix, Indicators, Risk } from '@tidemark/contracts/analytics';
import type { Backtest, BacktestRequest } from '@tidemark/contracts/backtest';
import type { Candle, CandlesView } from '@tidemark/contracts/candle';
import type { Coin } from '@tidemark/contracts/coin';
import { until } from '@tidemark/testkit/until';

/** A period in epoch ms, its beginning in it and its end not. */
export interface Period {
  from: number;
  to: number;
}

/** What every program of `tests/contract/programs` prints, but for what is the account's, and prices, which move. */
export type Answers = Record<string, unknown>;

/** What an instance answers to the calls of the programs, read by hand, once it has the history for it. */
export async function asServed(url: string, period: Period): Promise<Answers> {
  let answers: Answers | undefined;
  await until('the instance has history', async () => {
    answers = await answersNow(url, period).catch(() => undefined);
    return answers !== undefined && !JSON.stringify(answers).includes('null');
  });
  return answers ?? {};
}

async function answersNow(url: string, { from, to }: Period): Promise<Answers> {
  const get = <T>(path: string) => dataOf<T>(`${url}/api/${path}`);
  const bars = async (of: string) =>
    rows(await get<CandlesView>(`market/candles/${of}&from=${from}&to=${to}`));
  const coins = await get<Coin[]>('market/coins');
  const indicators = await get<Indicators>(
    'analytics/indicators/bitcoin?names=rsi(14)&interval=1d&limit=5',
  );
  const risk = await get<Risk>('analytics/risk/bitcoin?period=90d');
  const { matrix } = await get<CorrelationMatrix>(
    'analytics/correlation-matrix?coins=bitcoin,ethereum&period=90d',
  );
  const rule = { coin_id: 'bitcoin', interval: '1h', entry: 'rsi(14) < 40', from, to } as const;
  const { summary } = await dataOf<Backtest>(`${url}/api/analytics/backtest`, rule);
  return {
    coins: coins.map((coin) => coin.coin_id),
    candles: await bars('bitcoin?interval=1h'),
    venue_candles: await bars('ethereum?interval=4h&exchange=binance'),
    indicators: [indicators.times, indicators.indicators[0]?.values],
    matrix,
    risk: [risk.last_bar_time, risk.total_return, risk.max_drawdown.depth],
    backtest: [summary.final_equity, summary.trades],
    refused: 404,
  };
}

const rows = ({ candles }: { candles: readonly Candle[] }) =>
  candles.map(({ time, open, close, volume }) => [time, open, close, volume]);

async function dataOf<T>(url: string, body?: BacktestRequest): Promise<T> {
  const sent = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const answer = await fetch(url, sent);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return ((await answer.json()) as { data: T }).data;
}
