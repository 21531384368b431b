import type {
  Correlation,
  CorrelationMatrix,
  Indicators,
  MovingAverage,
  Risk,
  Volatility,
} from '@tidemark/contracts/analytics';
import { describe, expect, test } from 'vitest';
import { rigOver } from './support/analytics-rig.ts';
import { walk } from './support/candles.ts';

const hours = walk('1h', 800, { seed: 1 });
const days = walk('1d', 400, { seed: 2 });
const otherHours = walk('1h', 800, { seed: 3 });
const quarters = walk('15m', 200, { seed: 4 });

const rig = rigOver(async (market) => {
  await market.store('bitcoin', '1h', hours);
  await market.store('bitcoin', '1d', days);
  await market.store('bitcoin', '15m', quarters);
  await market.store('ethereum', '1h', otherHours);
  await market.store('ethereum', '1d', walk('1d', 3, { seed: 5 }));
});

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('moving averages', () => {
  test('an SMA is the mean of the last closes, and says what it is made of', async () => {
    const { data } = await rig.get<MovingAverage>('moving-average/bitcoin?period=20&limit=5');
    const closes = hours.map(({ close }) => close);
    expect(data.latest).toBeCloseTo(mean(closes.slice(-20)), 9);
    expect(data.values.map(({ time }) => time)).toEqual(hours.slice(-5).map(({ time }) => time));
    expect(data).toMatchObject({
      ...{ coin_id: 'bitcoin', type: 'sma', period: 20, interval: '1h', samples: 20 },
      ...{ missing: 0, gaps: 0, lacking: [], formula: 'sma', simulated: true, stale: false },
      last_bar_time: hours.at(-1)!.time,
    });
  });

  test('an EMA begins with an SMA', async () => {
    const { data } = await rig.get<MovingAverage>('moving-average/bitcoin?type=ema&period=10');
    const closes = hours.map(({ close }) => close);
    let ema = mean(closes.slice(0, 10));
    for (const close of closes.slice(10)) ema = (close * 2) / 11 + ema * (1 - 2 / 11);
    expect(data.latest).toBeCloseTo(ema, 8);
  });

  test('too little history is 422 and says what is missing', async () => {
    const { status, error } = await rig.get('moving-average/ethereum?interval=1d&period=20');
    expect([status, error?.code]).toEqual([422, 'INSUFFICIENT_DATA']);
    expect(error?.details).toEqual([{ field: 'samples', reason: '3 of 20' }]);
  });

  test.each([
    ['moving-average/bitcoin?period=0', 'query.period'],
    ['moving-average/bitcoin?period=501', 'query.period'],
    ['moving-average/bitcoin?type=hull', 'query.type'],
    ['moving-average/bitcoin?interval=2h', 'query.interval'],
    ['volatility/bitcoin?period=1y', 'query.period'],
    ['indicators/bitcoin?names=rsj', 'query.names'],
    ['indicators/bitcoin?names=rsi(0)', 'query.names'],
    ['correlation-matrix?coins=bitcoin', 'query.coins'],
    ['correlation-matrix?coins=bitcoin,B!C', 'query.coins'],
    ['risk/bitcoin?risk_free_rate=7', 'query.risk_free_rate'],
  ])('%s is refused for %s', async (path, field) => {
    const { status, error } = await rig.get(path);
    expect([status, error?.details?.[0]?.field]).toEqual([400, field]);
  });

  test('several coins are answered at once, and one that is refused costs the others nothing', async () => {
    const { data } = await rig.get<{
      results: MovingAverage[];
      left_out: { coin_id: string; code: string }[];
    }>('moving-average?coins=bitcoin,dogecoin,solana,ethereum');
    expect(data.results.map(({ coin_id }) => coin_id)).toEqual(['bitcoin', 'ethereum']);
    expect(data.left_out).toMatchObject([
      { coin_id: 'dogecoin', code: 'RESOURCE_NOT_FOUND' },
      { coin_id: 'solana', code: 'INSUFFICIENT_DATA' },
    ]);
  });
});

test('volatility is the population deviation of the period’s closes around their mean', async () => {
  const { data } = await rig.get<Volatility>('volatility/bitcoin?period=30d');
  const closes = hours.slice(-720).map(({ close }) => close);
  const sma = mean(closes);
  const deviation = Math.sqrt(mean(closes.map((close) => (close - sma) ** 2)));
  expect(data.samples).toBe(720);
  expect(data.sma).toBeCloseTo(sma, 8);
  expect(data.volatility).toBeCloseTo(deviation, 8);
  expect(data.volatility_pct).toBeCloseTo((100 * deviation) / sma, 8);
  const day = await rig.get<Volatility>('volatility/bitcoin');
  expect(day.data).toMatchObject({ period: '24h', interval: '15m', samples: 96 });
});

test('indicators by name, one value for each bar and output', async () => {
  const names = 'rsi,macd(12,26,9),sma(20)';
  const { data } = await rig.get<Indicators>(`indicators/bitcoin?names=${names}&limit=3`);
  expect(data.times).toEqual(hours.slice(-3).map(({ time }) => time));
  expect(data.indicators.map(({ name, outputs }) => [name, outputs])).toEqual([
    ['rsi(14)', ['value']],
    ['macd(12,26,9)', ['macd', 'signal', 'histogram']],
    ['sma(20)', ['value']],
  ]);
  const [, macd] = data.indicators;
  expect(macd!.values).toHaveLength(3);
  const { macd: line, signal, histogram } = macd!.latest as Record<string, number>;
  expect(histogram).toBeCloseTo(line! - signal!, 10);
});

describe('correlation', () => {
  test('both spellings answer the same; with itself it is 1; beta goes with returns alone', async () => {
    const a = await rig.get<Correlation>('correlation?coin_1=ethereum&coin_2=bitcoin');
    const b = await rig.get<Correlation>('correlation/ethereum/bitcoin');
    expect(a.data).toEqual(b.data);
    expect(a.data).toMatchObject({ of: 'returns', samples: 719, formula: 'pearson-log-returns' });
    const self = await rig.get<Correlation>('correlation/bitcoin/bitcoin?of=prices');
    expect(self.data).toMatchObject({ beta: null, samples: 720, formula: 'pearson-prices' });
    expect(self.data.correlation).toBeCloseTo(1, 12);
  });

  test('the matrix has what the pairs have', async () => {
    const { data } = await rig.get<CorrelationMatrix>('correlation-matrix?coins=bitcoin,ethereum');
    const pair = await rig.get<Correlation>('correlation/bitcoin/ethereum');
    expect(data.matrix[0]![1]).toBeCloseTo(pair.data.correlation!, 12);
    expect(data.matrix.map((row, i) => row[i])).toEqual([1, 1]);
    expect(data.pairs[0]).toEqual([719, 719]);
  });
});

test('risk of a year of days', async () => {
  const { data } = await rig.get<Risk>('risk/bitcoin?period=1y');
  const closes = days.slice(-365).map(({ close }) => close);
  expect(data.samples).toBe(365);
  expect(data.total_return).toBeCloseTo(closes.at(-1)! / closes[0]! - 1, 10);
  let peak = 0;
  const depth = Math.max(...closes.map((close) => 1 - close / (peak = Math.max(peak, close))));
  expect(data.max_drawdown.depth).toBeCloseTo(depth, 10);
  expect(data.beta_to_bitcoin).toBeCloseTo(1, 12);
  const { historical } = data.value_at_risk;
  expect(data.expected_shortfall.p95).toBeGreaterThanOrEqual(historical.p95!);
});
