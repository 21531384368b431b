import type { DailyMetrics, Indicators, MovingAverage } from '@tidemark/contracts/analytics';
import { until } from '@tidemark/testkit/until';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { AnalyticsRig, openAnalyticsDatabase } from './support/analytics-rig.ts';
import { walk } from './support/candles.ts';

let database: Awaited<ReturnType<typeof openAnalyticsDatabase>>;
beforeAll(async () => {
  database = await openAnalyticsDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

const rigs: AnalyticsRig[] = [];
afterEach(async () => {
  for (const rig of rigs.splice(0)) await rig.close();
});

async function openRig(): Promise<AnalyticsRig> {
  const rig = await AnalyticsRig.open(database);
  rigs.push(rig);
  return rig;
}

const candles = walk('1h', 300, { seed: 7 });
const [before, after] = [candles.slice(0, 280), candles.slice(280)];
const QUESTION = 'indicators/bitcoin?names=ema(20),rsi,macd,atr,adx,obv,bollinger&limit=20';

/** What the service says once the newest candle is in it. */
async function settled(rig: AnalyticsRig): Promise<Indicators> {
  const last = candles.at(-1)!.time;
  await until('the newest candle', async () => {
    const { data } = await rig.get<Indicators>(QUESTION);
    return data.last_bar_time === last;
  });
  return (await rig.get<Indicators>(QUESTION)).data;
}

test('a bar that closes is in the next answer, and its update is on the bus', async () => {
  const rig = await openRig();
  await rig.market.store('bitcoin', '1h', before);
  await rig.start();
  const first = await rig.get<MovingAverage>('moving-average/bitcoin');
  expect(first.data.last_bar_time).toBe(before.at(-1)!.time);
  const [next] = after;
  await rig.market.close('bitcoin', '1h', [next!]);
  await until('the update', () => rig.updates.some(({ time }) => time === next!.time));
  const { data } = await rig.get<MovingAverage>('moving-average/bitcoin');
  expect(data.last_bar_time).toBe(next!.time);
  const update = rig.updates.find(({ time }) => time === next!.time);
  expect(update).toMatchObject({ coin_id: 'bitcoin', interval: '1h', simulated: true });
  expect(update!.values['sma(20)']).toBe(data.latest);
});

test('a candle that is still open changes nothing', async () => {
  const rig = await openRig();
  await rig.market.store('bitcoin', '1h', before);
  await rig.start();
  await rig.market.close('bitcoin', '1h', [{ ...after[0]!, final: false }, after[1]!]);
  await until('the closed one', async () => {
    const { data } = await rig.get<MovingAverage>('moving-average/bitcoin?limit=2');
    return data.last_bar_time === after[1]!.time;
  });
  const { data } = await rig.get<MovingAverage>('moving-average/bitcoin?limit=2');
  expect(data.values.map(({ time }) => time)).toEqual([before.at(-1)!.time, after[1]!.time]);
});

test('a restart in the middle of a stream changes no later value', async () => {
  const through = await openRig();
  await through.market.store('bitcoin', '1h', before);
  await through.start();
  await through.get(QUESTION);
  for (const candle of after) await through.market.close('bitcoin', '1h', [candle]);
  const uninterrupted = await settled(through);
  await through.stop();

  const restarted = await openRig();
  await restarted.market.store('bitcoin', '1h', before);
  await restarted.start();
  await restarted.get(QUESTION);
  await restarted.market.close('bitcoin', '1h', after.slice(0, 7));
  await restarted.stop();
  await restarted.market.close('bitcoin', '1h', after.slice(7, 11));
  await restarted.start();
  await restarted.market.close('bitcoin', '1h', after.slice(11));
  expect(await settled(restarted)).toEqual(uninterrupted);
  const newest = (rig: AnalyticsRig) =>
    rig.updates.findLast(({ coin_id }) => coin_id === 'bitcoin');
  await until('the last update', () => newest(restarted)?.time === candles.at(-1)!.time);
  expect(newest(restarted)).toEqual(newest(through));
});

test('history that is mended is in the next answer, and no answer of the earlier one is given', async () => {
  const rig = await openRig();
  await rig.market.store('bitcoin', '1h', before);
  await rig.start();
  const wrong = await rig.get<MovingAverage>('moving-average/bitcoin');
  const mended = before.slice(-30, -10).map((candle) => ({ ...candle, close: candle.close * 2 }));
  await rig.market.rewrite('bitcoin', '1h', mended);
  await until('the mended average', async () => {
    const { data } = await rig.get<MovingAverage>('moving-average/bitcoin');
    return data.latest !== wrong.data.latest;
  });
  const { data } = await rig.get<MovingAverage>('moving-average/bitcoin');
  const closes = [...before.slice(0, -30), ...mended, ...before.slice(-10)].slice(-20);
  expect(data.latest).toBeCloseTo(closes.reduce((sum, { close }) => sum + close, 0) / 20, 6);
});

test('older history that comes later is read', async () => {
  const rig = await openRig();
  await rig.market.store('bitcoin', '1h', candles.slice(290));
  await rig.start();
  expect((await rig.get('moving-average/bitcoin')).status).toBe(422);
  await rig.market.rewrite('bitcoin', '1h', candles.slice(0, 290));
  await until('an average', async () => (await rig.get('moving-average/bitcoin')).status === 200);
});

test('each day’s metrics are stored, and stored again when history is mended', async () => {
  const rig = await openRig();
  const days = walk('1d', 60, { seed: 9 });
  await rig.market.store('bitcoin', '1d', days);
  await rig.start();
  const stored = async () =>
    (await rig.get<{ days: DailyMetrics[] }>('daily/bitcoin?limit=1000')).data.days;
  await until('the days', async () => (await stored()).length === 60);
  const closes = days.slice(-20).map(({ close }) => close);
  const last = (await stored()).at(-1)!;
  expect(last.day).toBe(new Date(days.at(-1)!.time).toISOString().slice(0, 10));
  const mean = closes.reduce((a, b) => a + b, 0) / 20;
  expect(last.metrics['sma(20)']).toBeCloseTo(mean, 8);
  expect((await stored())[0]!.metrics['sma(20)']).toBeNull();
  const mended = { ...days.at(-1)!, close: days.at(-1)!.close * 1.1 };
  await rig.market.rewrite('bitcoin', '1d', [mended]);
  await until('the mended day', async () => {
    const close = (await stored()).at(-1)?.close;
    return close !== undefined && Math.abs(close - mended.close) < 1e-6;
  });
});

test('answers are in the cache under their names', async () => {
  const rig = await openRig();
  await rig.market.store('bitcoin', '1h', before);
  await rig.start();
  const { data } = await rig.get<MovingAverage>('moving-average/bitcoin?period=50&limit=3');
  const kept = await rig.cache.get<{ answer: MovingAverage }>(
    'analytics:moving-average:bitcoin:sma-50-1h-3',
  );
  expect(kept?.answer.latest).toBe(data.latest);
});

test('what is usually asked of a popular coin is in the cache before it is asked', async () => {
  const rig = await openRig();
  await rig.market.store('bitcoin', '1h', before);
  await rig.start();
  await until('the answer', async () => {
    const key = 'analytics:moving-average:bitcoin:sma-20-1h-300';
    return (await rig.cache.get(key)) !== undefined;
  });
});
