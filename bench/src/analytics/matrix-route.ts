import type { Database } from '@tidemark/database/database';
import type { Universe } from '@tidemark/market-data/coins/universe';
import { answerTimes, ask, timesHead, timesRow } from './answer-times.ts';
import { openSubject, type Subject } from './subject.ts';
import { Times } from './times.ts';

const ROUNDS = 100;
const FRESH_PROCESSES = 3;

/** Where the matrix of all coins of a universe is asked for. */
export function matrixUrl({ coins }: Universe): string {
  const names = coins.map(({ coinId }) => coinId).join(',');
  return `/api/analytics/correlation-matrix?coins=${names}&period=30d`;
}

/** Prints what asking for the matrix of all coins takes. Answers the p95 of a cold answer, ms. */
export async function matrixRoute(database: Database, universe: Universe): Promise<number> {
  const first = new Times();
  let times;
  for (let i = 0; i < FRESH_PROCESSES; i += 1) {
    const subject = await openLoaded(database, universe);
    await first.note(() => ask(subject.app, matrixUrl(universe)));
    times ??= await answerTimes(subject, matrixUrl(universe), ROUNDS);
    await subject.stop();
  }
  if (!times) throw new Error('nothing was measured');
  process.stdout.write(
    timesHead('GET correlation-matrix') +
      timesRow(`${universe.coins.length} coins`, times) +
      `the first one, whose thread has to be started: p50 ${first.at(0.5).toFixed(0)} ms, worst ${first.at(1).toFixed(0)} ms\n`,
  );
  return times.cold.at(0.95);
}

/** The service with the hours of every coin in memory. */
export async function openLoaded(database: Database, universe: Universe): Promise<Subject> {
  const subject = await openSubject(database, universe);
  for (const { coinId } of universe.coins) {
    await ask(subject.app, `/api/analytics/moving-average/${coinId}`);
  }
  return subject;
}
