import assert from 'node:assert/strict';
import { fastify, type FastifyInstance } from 'fastify';
import { line } from './line.ts';
import type { Subject } from './subject.ts';
import { quicker, Times } from './times.ts';

const WARM_UP = 30;
/** Warm and bare calls to each cold one. */
const QUICK_CALLS = 3;
/** The best of so many stretches is told of each kind of call. */
export const STRETCHES = 3;

/** What one question takes. */
export interface AnswerTimes {
  /** Its answer is not in the cache, the series are in memory. */
  cold: Times;
  /** Its answer is in the cache. */
  warm: Times;
  /** A route of Fastify alone that answers the same bytes. */
  bare: Times;
}

/** Asks by turns with the answer forgotten, again, and of the bare route; all in this process, without a socket. */
export async function answerTimes(
  subject: Subject,
  url: string,
  rounds: number,
): Promise<AnswerTimes> {
  const bareApp = await bareRoute(url, (await ask(subject.app, url)).body);
  await stretch(subject, bareApp, url, WARM_UP);
  let best = await stretch(subject, bareApp, url, rounds);
  for (let i = 1; i < STRETCHES; i += 1) {
    const next = await stretch(subject, bareApp, url, rounds);
    best = {
      cold: quicker(best.cold, next.cold),
      warm: quicker(best.warm, next.warm),
      bare: quicker(best.bare, next.bare),
    };
  }
  await bareApp.close();
  return best;
}

async function stretch(
  { app, forget }: Subject,
  bareApp: FastifyInstance,
  url: string,
  rounds: number,
): Promise<AnswerTimes> {
  const times = { cold: new Times(), warm: new Times(), bare: new Times() };
  for (let round = 0; round < rounds; round += 1) {
    await forget();
    const first = await times.cold.note(() => ask(app, url));
    for (let i = 0; i < QUICK_CALLS; i += 1) {
      const again = await times.warm.note(() => ask(app, url));
      if (round === 0) assert.deepEqual(dataOf(again.body), dataOf(first.body));
      await times.bare.note(() => ask(bareApp, url));
    }
  }
  return times;
}

export function timesHead(title: string): string {
  const columns = ['p50', 'p95', 'p99', 'cpu µs'];
  return line(title, [
    ...columns.map((name) => (name === 'p50' ? 'cold p50' : name)),
    ...columns.map((name) => (name === 'p50' ? 'warm p50' : name)),
    ...['bare p50', 'p95', 'cpu µs', 'cold ×', 'warm ×'],
  ]);
}

/** Ratios are of CPU time to the bare route's. */
export function timesRow(name: string, { cold, warm, bare }: AnswerTimes): string {
  const figures = (times: Times) => [
    ...[0.5, 0.95, 0.99].map((p) => times.at(p).toFixed(2)),
    times.cpu.toFixed(0),
  ];
  const ratio = (times: Times) => (times.cpu / bare.cpu).toFixed(1);
  const plain = [bare.at(0.5).toFixed(2), bare.at(0.95).toFixed(2), bare.cpu.toFixed(0)];
  return line(name, [...figures(cold), ...figures(warm), ...plain, ratio(cold), ratio(warm)]);
}

/** @throws Error when it is not answered with 200 */
export async function ask(app: FastifyInstance, url: string): Promise<{ body: string }> {
  const { statusCode, body } = await app.inject(url);
  if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${body}`);
  return { body };
}

function dataOf(body: string): unknown {
  return (JSON.parse(body) as { data: unknown }).data;
}

async function bareRoute(url: string, body: string): Promise<FastifyInstance> {
  const app = fastify();
  const [path = ''] = url.split('?');
  app.get(path, (_request, reply) => reply.type('application/json; charset=utf-8').send(body));
  await app.ready();
  return app;
}
