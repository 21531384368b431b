import { matrixQuestion, type MatrixQuestion } from '@tidemark/analytics/figures/matrix';
import { HeavyWork } from '@tidemark/analytics/heavy/heavy-work';
import { correlationMatrix } from '@tidemark/risk/correlation-matrix';
import { STRETCHES } from './answer-times.ts';
import { line } from './line.ts';
import { madeSeries } from './made-bars.ts';
import { quicker, Times } from './times.ts';

const COINS = 50;
const BARS = 30 * 24;
const CALLS = 100;
const FRESH_THREADS = 5;

/** Prints what a matrix of 50 coins over 30 days of hours takes as a function and in the thread. Answers the function's p95, ms. */
export async function matrixFunction(): Promise<number> {
  const series = Array.from({ length: COINS }, (_, i) => madeSeries(`c${i}`, '1h', BARS, i + 1));
  const question = matrixQuestion(series, '30d', 'returns');
  const holed = { ...question, prices: question.prices.map(withHoles) };
  const bare = await timed(async () => sumsOfProducts(question));
  const plain = await timed(async () => correlate(question));
  const rows: [string, Times][] = [
    ['a loop over the products of each pair', bare],
    ['the function', plain],
    ['the function, each coin with holes of its own', await timed(async () => correlate(holed))],
    ['in the thread', await inThread(question)],
    ['in a thread that has to be started', await inFreshThreads(question)],
  ];
  process.stdout.write(
    line(`Matrix of ${COINS} × ${BARS} hours`, ['p50 ms', 'p95', 'worst', 'cpu ms', '× cpu'], 48),
  );
  for (const [name, times] of rows) process.stdout.write(row(name, times, bare));
  return plain.at(0.95);
}

function row(name: string, times: Times, bare: Times): string {
  const figures = [times.at(0.5), times.at(0.95), times.at(1), times.cpu / 1_000];
  const ratio = (times.cpu / bare.cpu).toFixed(1);
  return line(name, [...figures.map((value) => value.toFixed(1)), ratio], 48);
}

/** Of the best stretch. */
async function timed(call: () => Promise<unknown>): Promise<Times> {
  await call();
  const stretches: Times[] = [];
  for (let i = 0; i < STRETCHES; i += 1) {
    const times = new Times();
    for (let k = 0; k < CALLS; k += 1) await times.note(call);
    stretches.push(times);
  }
  return stretches.reduce(quicker);
}

async function inThread(question: MatrixQuestion): Promise<Times> {
  const heavy = new HeavyWork();
  const times = await timed(() => heavy.correlationMatrix(question));
  await heavy.stop();
  return times;
}

async function inFreshThreads(question: MatrixQuestion): Promise<Times> {
  const times = new Times();
  for (let i = 0; i < FRESH_THREADS; i += 1) {
    const heavy = new HeavyWork();
    await times.note(() => heavy.correlationMatrix(question));
    await heavy.stop();
  }
  return times;
}

function correlate({ prices, intervalMs, of }: MatrixQuestion): unknown {
  return correlationMatrix(prices, intervalMs, of);
}

/** Every 97th bar is missing, others for each coin, so that no two have the same times. */
function withHoles(series: MatrixQuestion['prices'][number], i: number) {
  const kept = (_: number, place: number) => place % 97 !== i;
  return { times: series.times.filter(kept), values: series.values.filter(kept) };
}

/** The least that a matrix takes: a multiplication and an addition for each pair and bar. */
function sumsOfProducts({ prices }: MatrixQuestion): number {
  let sum = 0;
  for (const [i, { values: x }] of prices.entries()) {
    for (const { values: y } of prices.slice(0, i)) {
      for (let k = 0; k < x.length; k += 1) sum += (x[k] ?? 0) * (y[k] ?? 0);
    }
  }
  return sum;
}
