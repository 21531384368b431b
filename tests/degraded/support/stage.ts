import { startExchangeSim, type ExchangeSim } from '@tidemark/exchange-sim/exchange-sim';
import { DEFAULT_COINS } from '@tidemark/exchange-sim/products';
import { defaultUniverse, type Universe } from '@tidemark/market-data/coins/universe';
import type { StoredRows } from '@tidemark/testkit/candle-audit';
import { universeOf } from '@tidemark/testkit/market-rig';
import { PacedClock } from '@tidemark/testkit/paced-clock';
import { SkewedClock } from '@tidemark/testkit/skewed-clock';
import { CompiledQuery } from 'kysely';
import { Governor } from './governor.ts';
import { STARTERS, type Platform, type TopologyName } from './platform.ts';

/** A tenth of the usual trades: what hours in seconds leave a machine time for. */
const MARKET = { seed: 17, rate: 0.1, limits: false };
const DAY = 86_400_000;
/** Into the UTC day: whole hours and four of them end on the way, a day does not. */
const BEGINS_AT = 13.6 * 3_600_000;

/** The market, the platform that reads it, and time, of which the platform's machine may have a wrong idea. */
export interface Stage {
  topology: TopologyName;
  /** The time that it is: the simulator's. */
  clock: PacedClock;
  /** The time that the platform's machine shows. */
  machine: SkewedClock;
  sim: ExchangeSim;
  universe: Universe;
  store: StoredRows;
  /** What a path of the API answers with; null where it is not 200. */
  ask<T>(path: string): Promise<T | null>;
  /** How many times as fast as the wall clock time is to pass, where the machine keeps up. */
  hurry(pace: number): void;
  /** Resolves when the platform cannot go on, with what it says. */
  failed(): Promise<Error>;
  /** Ends the platform and starts it again, on the disk that it was given. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface StagePlan {
  /** How many times as fast as the wall clock it begins. */
  pace: number;
  coins: readonly string[];
  /** Whether history is fetched. */
  history: boolean;
  /** Folder of a disk of its own that the data is kept on. */
  disk?: string;
  /** Done to the market before the platform starts. */
  before?: (parts: Pick<Stage, 'sim' | 'machine'>) => void;
}

export async function startStage(topology: TopologyName, plan: StagePlan): Promise<Stage> {
  const { pace, history, disk } = plan;
  const clock = new PacedClock(Math.floor(Date.now() / DAY - 1) * DAY + BEGINS_AT, pace);
  const machine = new SkewedClock(clock);
  const universe = universeOf(...plan.coins);
  const others = new Set(defaultUniverse().coins.map(({ coinId }) => coinId));
  // What only tells a rate is there beside the coins.
  const coins = DEFAULT_COINS.filter(({ id }) => universe.coin(id) || !others.has(id));
  const sim = await startExchangeSim({ clock, coins, ...MARKET });
  plan.before?.({ sim, machine });
  const { urls } = sim;
  const starting = { clock: machine, urls, universe, history, ...(disk && { disk }) };
  let platform = await STARTERS[topology](starting);
  let governor = govern();
  function govern(): Governor {
    return new Governor(clock, () => rowsOf(platform, 'SELECT 1'));
  }
  return {
    ...{ topology, clock, machine, sim, universe },
    store: { rows: (sql, values) => rowsOf(platform, sql, values) },
    ask: (path) => ask(platform.url, path),
    failed: () => platform.failed,
    hurry: (wish) => void (governor.wish = wish),
    restart: async () => {
      const { wish } = governor;
      await governor.stop();
      await platform.stop();
      platform = await STARTERS[topology](starting);
      clock.pace = wish;
      governor = govern();
    },
    stop: async () => {
      await governor.stop();
      await platform.stop();
      await sim.stop();
    },
  };
}

async function rowsOf<Row>(
  { database }: Platform,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const query = CompiledQuery.raw(sql, values);
  const { rows } = await database.as<unknown>().executeQuery<Row>(query);
  return rows;
}

async function ask<T>(url: string, path: string): Promise<T | null> {
  const answer = await fetch(url + path, { signal: AbortSignal.timeout(10_000) });
  const body = (await answer.json()) as { data: T };
  return answer.ok ? body.data : null;
}
