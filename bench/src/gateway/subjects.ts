import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPgliteDatabase } from '@tidemark/database/pglite-database';
import { PostgresDatabase } from '@tidemark/database/postgres-database';
import { createLogger } from '@tidemark/telemetry/logger';
import { startDistributedSet } from '@tidemark/testkit/distributed/distributed-set';
import type { GivenEngines } from '@tidemark/testkit/distributed/given-engines';
import { ownEngines } from '@tidemark/testkit/distributed/own-engines';
import { until } from '@tidemark/testkit/until';
import { startChild } from '../child.ts';
import { startServer } from '../server-process.ts';
import { INSTANCE_SECRET, makeAccounts } from './accounts.ts';
import { pin, SERVER_CORE } from './pin.ts';

export const READ = '/api/market/price/bitcoin';

/** What is asked, while it runs. */
export interface Subject {
  origin: string;
  /** Processes whose CPU time counts; all of them have one core. */
  pids: readonly number[];
  /** Access tokens of accounts that it knows. */
  tokens: readonly string[];
  stop: () => Promise<void>;
}

export interface SubjectOptions {
  accounts: number;
  /** For the embedded server, over the defaults. */
  env?: Readonly<Record<string, string>>;
  nodeArgs?: readonly string[];
}

/** Those that a Tidemark has where nothing is set; the other benches run without. */
const LIMITS_ON = {
  RATE_LIMIT_AUTH_PER_MIN: '5',
  RATE_LIMIT_GENERAL_PER_MIN: '100',
  RATE_LIMIT_DATA_PER_MIN: '1000',
};
/** Limits that no bench reaches. */
export const LIMITS_OFF = {
  RATE_LIMIT_GENERAL_PER_MIN: '1000000',
  RATE_LIMIT_DATA_PER_MIN: '1000000',
};

/** A route of Fastify alone that answers these bytes. */
export async function startBare(bytes: string): Promise<Subject> {
  const encoded = Buffer.from(bytes).toString('base64');
  const bare = await startChild('gateway/bare-server.ts', READ, encoded);
  pin(bare.pid, SERVER_CORE);
  return { origin: bare.said, pids: [bare.pid], tokens: [], stop: bare.stop };
}

/** The server as `npm start` runs it. */
export async function startEmbedded(options: SubjectOptions): Promise<Subject> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tidemark-bench-gateway-'));
  const removeData = () => rmSync(dataDir, { recursive: true, force: true });
  process.once('exit', removeData);
  const database = await openPgliteDatabase(join(dataDir, 'simulated'));
  const tokens = await makeAccounts(database, options.accounts).finally(() => database.close());
  const env = { ...LIMITS_ON, DATA_DIR: dataDir, HISTORY_BACKFILL: 'false', INSTANCE_SECRET };
  const server = await startServer({ ...env, ...options.env }, options.nodeArgs ?? []);
  pin(server.pid, SERVER_CORE);
  await untilPriced(server.url);
  const stop = () => server.stop().finally(removeData);
  return { origin: server.url, pids: [server.pid], tokens, stop };
}

/** A gateway, users and market-data, each a process, on PostgreSQL, Redis and Kafka. */
export async function startDistributed(
  engines: GivenEngines,
  options: SubjectOptions,
): Promise<Subject> {
  const own = await ownEngines(engines);
  const logger = createLogger({ level: 'warn' });
  const { DATABASE_URL: url } = own.urls;
  const database = new PostgresDatabase({ url, schema: 'simulated', logger });
  const tokens = await makeAccounts(database, options.accounts).finally(() => database.close());
  const set = await startDistributedSet({
    label: 'bench-gateway',
    engines: own.urls,
    marketData: 1,
    gateways: 1,
    env: { ...LIMITS_ON, HISTORY_BACKFILL: 'false', LOG_LEVEL: 'error', INSTANCE_SECRET },
  });
  const pids = set.members.flatMap((member) => member.pid() ?? []);
  for (const pid of pids) pin(pid, SERVER_CORE);
  const origin = set.gateways[0]?.url ?? '';
  await untilPriced(origin);
  return { origin, pids, tokens, stop: () => set.stop().finally(own.remove) };
}

function untilPriced(origin: string): Promise<void> {
  return until('the first price', async () => (await fetch(origin + READ)).ok);
}
