import { readFile } from 'node:fs/promises';
import { INDICATORS } from '@tidemark/indicators/catalogue';
import { expect, test } from 'vitest';
import { COINS, rigOver } from './support/analytics-rig.ts';
import { walk } from './support/candles.ts';

const explained = await readFile(new URL('../../../docs/analytics.md', import.meta.url), 'utf8');

/** Every question whose answer names a formula; indicators beside these. */
const QUESTIONS = [
  ...['sma', 'ema', 'wma'].map((type) => `moving-average/bitcoin?type=${type}`),
  'volatility/bitcoin?period=30d',
  ...['returns', 'prices'].flatMap((of) => [
    `correlation?coin_1=bitcoin&coin_2=ethereum&of=${of}`,
    `correlation-matrix?coins=bitcoin,ethereum&of=${of}`,
  ]),
  'risk/bitcoin',
  'breadth',
  'ranks',
  'fear-greed',
  'regimes',
];

const rig = rigOver(async (market) => {
  for (const [i, coin] of COINS.entries()) {
    await market.store(coin, '1h', walk('1h', 800, { seed: 31 + i }));
    await market.store(coin, '1d', walk('1d', 100, { seed: 41 + i }));
  }
});

/** The names of formulas in an answer, wherever they stand in it. */
function formulasIn(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([field, value]) =>
    field === 'formula' ? [String(value)] : formulasIn(value),
  );
}

function expectExplained(answer: { status: number; data: unknown }): void {
  expect(answer.status).toBe(200);
  const names = formulasIn(answer.data);
  expect(names).not.toEqual([]);
  expect(names.filter((name) => !explained.includes(`\`${name}\``))).toEqual([]);
}

test.each(QUESTIONS)('the formula of %s is explained in docs/analytics.md', async (question) => {
  expectExplained(await rig.get(question));
});

test.each(INDICATORS.map(({ name }) => name))('the formula of %s is explained', async (name) => {
  expectExplained(await rig.get(`indicators/bitcoin?limit=1&names=${name}`));
});

test('the formula of a backtest is explained', async () => {
  const rules = { coin_id: 'bitcoin', interval: '1h', entry: 'rsi < 30' };
  expectExplained(await rig.post('backtest', rules));
});
