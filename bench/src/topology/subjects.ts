import { startDistributedSet } from '@tidemark/testkit/distributed/distributed-set';
import type { GivenEngines } from '@tidemark/testkit/distributed/given-engines';
import { ownEngines } from '@tidemark/testkit/distributed/own-engines';
import { exchangeUrls } from '@tidemark/testkit/distributed/simulator-process';
import { startServer } from '../server-process.ts';

/** The product in one topology, reading the venue at a port. */
export interface Running {
  url: string;
  stop: () => Promise<void>;
}

const QUIET = { HISTORY_BACKFILL: 'false', LOG_LEVEL: 'error' };

/** One process with everything in it, as `npm start` runs it. */
export async function startEmbedded(venuePort: number): Promise<Running> {
  const server = await startServer({ ...exchangeUrls(venuePort, venuePort), ...QUIET });
  return { url: server.url, stop: server.stop };
}

/** A gateway and market-data, each a process, on PostgreSQL, Redis and Kafka. */
export async function startDistributed(engines: GivenEngines, venuePort: number): Promise<Running> {
  const own = await ownEngines(engines);
  const set = await startDistributedSet({
    label: 'bench-topology',
    engines: own.urls,
    marketData: 1,
    gateways: 1,
    market: exchangeUrls(venuePort, venuePort),
    env: QUIET,
  });
  return { url: set.gateways[0]?.url ?? '', stop: () => set.stop().finally(own.remove) };
}
