import type { AnalyticsTables } from '@tidemark/analytics/tables';
import type { Database } from '@tidemark/database/database';
import { INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import { RATE_LISTING } from '@tidemark/market-data/coins/rate-listings';
import type { Listing } from '@tidemark/market-data/coins/listing';
import { defaultUniverse, Universe } from '@tidemark/market-data/coins/universe';
import { until } from '@tidemark/testkit/until';
import {
  answerTimes,
  ask,
  STRETCHES,
  timesHead,
  timesRow,
  type AnswerTimes,
} from './answer-times.ts';
import { firstTouches, firstTouchHead } from './first-touch.ts';
import { storeHistory } from './history.ts';
import { openDatabase, openSubject, type Subject } from './subject.ts';

/** What answers are held to: p95, ms, and what a cold one may cost with 2,000 days, times what it does with 200. */
const TARGET = { cold: 20, warm: 2, growth: 2 };
const DAYS = [2, 200, 2_000];
/** Bars of an interval that are stored of coins that are not asked for: of hours, more than 90 days. */
const MOST_OF_OTHERS = 2_500;
/** Minutes of so many days; of more, the newest 8,192 are all that analytics reads. */
const MOST_MINUTE_DAYS = 2;

const ASKED = 'bitcoin';
const QUESTIONS = {
  'moving average, 1h': `moving-average/${ASKED}?type=sma&period=20&interval=1h`,
  'volatility 24h': `volatility/${ASKED}?period=24h`,
  'volatility 7d': `volatility/${ASKED}?period=7d`,
  'volatility 30d': `volatility/${ASKED}?period=30d`,
  'correlation 30d': `correlation/${ASKED}/ethereum?period=30d`,
};
const OF_MINUTES = { 'moving average, 1m': `moving-average/${ASKED}?interval=1m` };

interface Measured {
  question: string;
  days: number;
  name: string;
  times: AnswerTimes;
}

/** Prints what questions take, by how much history is stored and how many coins there are. Answers whether targets are met. */
export async function answersByHistory(rounds: number): Promise<boolean> {
  const measured: Measured[] = [];
  process.stdout.write(firstTouchHead());
  for (const days of DAYS) measured.push(...(await answersOver(days, rounds)));
  process.stdout.write(
    `\nAnswers, ms, best of ${STRETCHES} × ${rounds} rounds; × of CPU time to the bare route's\n`,
  );
  for (const question of Object.keys({ ...QUESTIONS, ...OF_MINUTES })) {
    process.stdout.write(timesHead(question));
    const rows = measured.filter((one) => one.question === question);
    for (const { name, times } of rows) process.stdout.write(timesRow(name, times));
  }
  return judged(measured);
}

function judged(measured: readonly Measured[]): boolean {
  const worst = (kind: keyof AnswerTimes) =>
    Math.max(...measured.map(({ times }) => times[kind].at(0.95)));
  const [cold, warm, growth] = [worst('cold'), worst('warm'), growthOf(measured)];
  const met = cold < TARGET.cold && warm < TARGET.warm && growth < TARGET.growth;
  process.stdout.write(
    `p95 under ${TARGET.cold} ms cold and ${TARGET.warm} ms warm, cold CPU with 2,000 days under ${TARGET.growth} × that with 200: ` +
      `${met ? 'yes' : 'NO'} (at most ${cold.toFixed(2)} ms, ${warm.toFixed(2)} ms, ${growth.toFixed(2)} ×; ` +
      `the bare route alone up to ${worst('bare').toFixed(2)} ms)\n\n`,
  );
  return met;
}

/** The most that a cold answer costs with the longest history, times what it does with the one before. */
function growthOf(measured: readonly Measured[]): number {
  const cpu = (question: string, days: number | undefined) =>
    Math.min(
      ...measured
        .filter((one) => one.question === question && one.days === days)
        .map(({ times }) => times.cold.cpu),
    );
  return Math.max(
    ...Object.keys(QUESTIONS).map((of) => cpu(of, DAYS.at(-1)) / cpu(of, DAYS.at(-2))),
  );
}

async function answersOver(days: number, rounds: number): Promise<Measured[]> {
  const database = await openDatabase();
  const few = new Universe(defaultUniverse().coins.slice(0, 2));
  try {
    await storeAsked(database, few, days);
    await storeOthers(database, few, days);
    const alone = await answersAmong(database, few, days, rounds);
    await storeOthers(database, defaultUniverse(), days);
    return [...alone, ...(await answersAmong(database, defaultUniverse(), days, rounds))];
  } finally {
    await database.close();
  }
}

async function answersAmong(
  database: Database,
  universe: Universe,
  days: number,
  rounds: number,
): Promise<Measured[]> {
  const name = `${days} days, ${universe.coins.length} coins`;
  process.stdout.write(await firstTouches(name, database, universe));
  const subject = await openSubject(database, universe);
  try {
    await settle(subject, database, universe);
    const questions = { ...QUESTIONS, ...(days <= MOST_MINUTE_DAYS ? OF_MINUTES : {}) };
    const measured: Measured[] = [];
    for (const [question, path] of Object.entries(questions)) {
      const times = await answerTimes(subject, `/api/analytics/${path}`, rounds);
      measured.push({ question, days, name, times });
    }
    return measured;
  } finally {
    await subject.stop();
  }
}

/** Runs the service until every series is in memory and every day is stored. */
async function settle(subject: Subject, database: Database, universe: Universe): Promise<void> {
  await subject.start();
  for (const { coinId } of universe.coins) {
    const paths = [`moving-average/${coinId}?period=2`, `volatility/${coinId}?period=24h`];
    for (const path of paths) await ask(subject.app, `/api/analytics/${path}`);
  }
  await until(
    'the days to be stored',
    async () => (await coinsWithDays(database)) === universe.coins.length,
    120_000,
  );
}

async function coinsWithDays(database: Database): Promise<number> {
  const rows = await database
    .as<AnalyticsTables>()
    .selectFrom('daily_metrics')
    .select('coin_id')
    .distinct()
    .execute();
  return rows.length;
}

/** Both venues' candles of the coin that is asked for, and the rate that turns one venue's into USD. */
async function storeAsked(database: Database, universe: Universe, days: number): Promise<void> {
  const listings = [...(universe.coin(ASKED)?.listings ?? []), RATE_LISTING];
  for (const listing of listings) await storeDays(database, listing, days);
}

async function storeOthers(database: Database, universe: Universe, days: number): Promise<void> {
  for (const { coinId, listings } of universe.coins) {
    const listing = listings.find(({ quote }) => quote === 'USD');
    if (listing && coinId !== ASKED) await storeDays(database, listing, days, MOST_OF_OTHERS);
  }
}

async function storeDays(
  database: Database,
  listing: Listing,
  days: number,
  most = Infinity,
): Promise<void> {
  const intervals: Interval[] = ['15m', '1h', '1d'];
  if (days <= MOST_MINUTE_DAYS) intervals.push('1m');
  for (const interval of intervals) {
    const count = Math.min(most, (days * INTERVAL_MS['1d']) / INTERVAL_MS[interval]);
    await storeHistory(database, { listing, interval, count });
  }
}
