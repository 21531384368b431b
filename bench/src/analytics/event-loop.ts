import { Worker } from 'node:worker_threads';
import type { Database } from '@tidemark/database/database';
import { INTERVAL_MS } from '@tidemark/contracts/candle';
import type { Universe } from '@tidemark/market-data/coins/universe';
import type { FastifyInstance } from 'fastify';
import { ask } from './answer-times.ts';
import { NOW } from './history.ts';
import { line } from './line.ts';
import { BACKTEST_BARS, BACKTESTED } from './matrix-market.ts';
import { matrixUrl, openLoaded } from './matrix-route.ts';
import { waitsDuring, type Waits } from './turns.ts';

const SECONDS = 10;
/** Between two matrices, ms: twenty a second, none of which is in the cache. */
const MATRIX_EVERY_MS = 50;
/** Of a backtest that is not answered in time. */
const MOST_TRIES = 5;

/**
 * Prints how long others wait for the main thread while twenty matrices a second and one backtest after the other are
 * asked for, beside a main thread that is left alone and one beside which a thread counts. Answers the worst p99 of what the main thread does at once,
 * CPU ms.
 */
export async function eventLoop(database: Database, universe: Universe): Promise<number> {
  const { app, forget, stop } = await openLoaded(database, universe);
  const matrix = async () => {
    await forget();
    await Promise.all([ask(app, matrixUrl(universe)), pause(MATRIX_EVERY_MS)]);
  };
  const backtest = () => longBacktest(app);
  const columns = ['delay p99', 'worst', 'turn p99', 'worst', 'busy %', 'answers'];
  process.stdout.write(line(`The event loop, ms, ${SECONDS} s each`, columns, 48));
  await show('nothing', () => pause(10));
  await besideCounting(() => show('a thread that counts', () => pause(10)));
  const worst = [
    await show('matrices', matrix),
    await show('backtests', backtest),
    await show('backtests and matrices', backtest, matrix),
  ];
  await stop();
  return Math.max(...worst.map(({ turnP99 }) => turnP99));
}

function pause(ms: number): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Does each work again and again, all at once. */
async function show(name: string, ...works: (() => Promise<unknown>)[]): Promise<Waits> {
  for (const work of works) await work();
  let answers = 0;
  const end = performance.now() + SECONDS * 1_000;
  const again = async (work: () => Promise<unknown>) => {
    for (; performance.now() < end; answers += 1) await work();
  };
  const waits = await waitsDuring(() => Promise.all(works.map(again)));
  const { delayP99, delayMax, turnP99, turnMax, busy } = waits;
  const figures = [delayP99, delayMax, turnP99, turnMax].map((ms) => ms.toFixed(1));
  process.stdout.write(line(name, [...figures, (busy * 100).toFixed(0), answers], 48));
  return waits;
}

async function besideCounting<T>(work: () => Promise<T>): Promise<T> {
  const worker = new Worker('for (let i = 0; ; i += 1);', { eval: true });
  return work().finally(() => worker.terminate());
}

/** Waits for an answer in time: on a machine with much else to do it may be refused as not ready, and is asked again. */
async function longBacktest(app: FastifyInstance): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/analytics/backtest',
      payload: {
        ...{ coin_id: BACKTESTED, interval: '1h', entry: 'rsi(14) < 30', exit: 'rsi(14) > 70' },
        from: NOW - BACKTEST_BARS * INTERVAL_MS['1h'],
      },
    });
    if (answer.statusCode === 503 && tries < MOST_TRIES) {
      process.stdout.write('a backtest was not answered in time\n');
      continue;
    }
    const { data } = answer.json<{ data?: { samples: number } }>();
    if (data?.samples === BACKTEST_BARS) return;
    throw new Error(`a backtest: ${answer.body.slice(0, 300)}`);
  }
}
