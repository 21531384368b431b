import type { Database } from '@tidemark/database/database';
import type { Interval } from '@tidemark/contracts/candle';
import type { Universe } from '@tidemark/market-data/coins/universe';
import type { MarketTables } from '@tidemark/market-data/tables';
import { ask } from './answer-times.ts';
import { line } from './line.ts';
import { openSubject } from './subject.ts';
import { Times } from './times.ts';

const ROUNDS = 5;
/** Bars of an interval that analytics keeps at most. */
const MOST_KEPT = 8_192;
const QUESTIONS: readonly (readonly [Interval, string])[] = [
  ['1h', '/api/analytics/moving-average/bitcoin'],
  ['15m', '/api/analytics/volatility/bitcoin?period=24h'],
  ['1d', '/api/analytics/risk/bitcoin?period=90d'],
];
/** Asked before, of another coin: what a process does for its first question of all is not measured. */
const BEFORE = '/api/analytics/moving-average/ethereum';

export function firstTouchHead(): string {
  return line('first touch', ['bars', 'p50 ms', 'worst', 'cpu ms', 'query ms', '×']);
}

/**
 * Lines of what the very first question for a series takes, which has to be read from the stored candles: each time of a
 * service that has answered for another coin alone. Beside it the query for one venue's rows alone.
 */
export async function firstTouches(
  name: string,
  database: Database,
  universe: Universe,
): Promise<string> {
  const lines: string[] = [];
  for (const [interval, url] of QUESTIONS) {
    const [touch, query] = [new Times(), new Times()];
    let bars = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const subject = await openSubject(database, universe);
      await ask(subject.app, BEFORE);
      await touch.note(() => ask(subject.app, url));
      await subject.stop();
      bars = (await query.note(() => newestRows(database, interval))).length;
    }
    const [middle, plain] = [touch.at(0.5), query.at(0.5)];
    const cells = [middle, touch.at(1), touch.cpu / 1_000, plain].map((value) => value.toFixed(1));
    lines.push(line(`${name}, ${interval}`, [bars, ...cells, (middle / plain).toFixed(1)]));
  }
  return lines.join('');
}

function newestRows(database: Database, interval: Interval) {
  return database
    .as<MarketTables>()
    .selectFrom('candles')
    .selectAll()
    .where('coin_id', '=', 'bitcoin')
    .where('exchange', '=', 'coinbase')
    .where('interval', '=', interval)
    .orderBy('time', 'desc')
    .limit(MOST_KEPT)
    .execute();
}
