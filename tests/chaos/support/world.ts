import {
  startDistributedSet,
  type DistributedSet,
} from '@tidemark/testkit/distributed/distributed-set';
import {
  engineControl,
  type Engine,
  type EngineControl,
} from '@tidemark/testkit/distributed/engine-control';
import { givenEngines, type EngineUrls } from '@tidemark/testkit/distributed/given-engines';
import { ownEngines, withHost } from '@tidemark/testkit/distributed/own-engines';
import { startTcpLine, type TcpLine } from '@tidemark/testkit/distributed/tcp-line';
import { PriceClient, type Manner } from './price-clients.ts';
import { SteadyLoad } from './steady-load.ts';
import { StoreReader } from './store-reader.ts';
import { Truth } from './truth.ts';

/** About 165 trades a second: what two cores hold beside the engines and six processes. */
const MARKET = { rate: 5, seed: 3 };
/** The processes that reach their engines over lines that can be cut: of each service the first replica. */
export const CUTTABLE = 'market-data-a';
export const CUTTABLE_GATEWAY = 'gateway-a';
export const CUTTABLE_USERS = 'users-a';
export const CUTTABLE_ANALYTICS = 'analytics-a';
const MANNERS: readonly Manner[] = ['stays', 'stays', 'returns', 'returns', 'returns'];

/** Kafka's is one for all processes, with a branch for each service; the others are one process's alone. */
export type LineName =
  | Engine
  | 'gateway-redis'
  | 'users-postgres'
  | 'users-redis'
  | 'analytics-postgres'
  | 'analytics-redis';

/** The lines of the processes that can be cut off; `kafka`: whether it reaches Kafka. */
const LINES_OF: Readonly<Record<string, { postgres?: LineName; redis: LineName; kafka: boolean }>> =
  {
    [CUTTABLE]: { postgres: 'postgres', redis: 'redis', kafka: true },
    [CUTTABLE_GATEWAY]: { redis: 'gateway-redis', kafka: true },
    [CUTTABLE_USERS]: { postgres: 'users-postgres', redis: 'users-redis', kafka: false },
    [CUTTABLE_ANALYTICS]: { postgres: 'analytics-postgres', redis: 'analytics-redis', kafka: true },
  };

/** A distributed set under load, with everything that is needed to hurt it and to see what came of it. */
export interface World {
  set: DistributedSet;
  engines: EngineControl;
  lines: Readonly<Record<LineName, TcpLine>>;
  urls: EngineUrls;
  store: StoreReader;
  truth: Truth;
  load: SteadyLoad;
  clients(): readonly PriceClient[];
  /** Opens new clients in place of those that a fault has ended for good. */
  refillClients(): Promise<void>;
  stop(): Promise<void>;
}

/** True where dev/with-infra.sh runs us: the engines are ours to kill, and Kafka's traffic can be cut. */
export function canHurtEngines(): boolean {
  const engines = givenEngines();
  return Boolean(engines?.infra && engines.kafkaLine);
}

/** Starts the engines' lines, the set, readers at each gateway, and a load. */
export async function startWorld(label: string): Promise<World> {
  const given = givenEngines();
  if (!given?.infra || !given.kafkaLine) throw new Error('run this by dev/with-infra.sh');
  const own = await ownEngines(given);
  const lines = await startLines(own.urls, given.kafkaLine);
  const closeLines = () => Promise.all(Object.values(lines).map((line) => line.close()));
  const set = await startDistributedSet({
    label,
    engines: own.urls,
    enginesOf: (name) => cuttable(name, own.urls, lines, given.kafkaLine?.advertised),
    market: MARKET,
    users: 2,
    analytics: 2,
    env: { HISTORY_BACKFILL: 'false' },
  }).catch(async (error: unknown) => {
    await closeLines();
    throw error;
  });
  const store = new StoreReader(own.urls.DATABASE_URL);
  const load = new SteadyLoad(set.gateways);
  const readers = clientsOf(set);
  return {
    set,
    engines: engineControl(given.infra),
    lines,
    urls: own.urls,
    store,
    truth: new Truth(MARKET),
    load,
    clients: () => readers.all,
    refillClients: async () => readers.refill(),
    stop: async () => {
      load.stop();
      for (const client of readers.all) client.close();
      await store.close();
      await set.stop().finally(closeLines).finally(own.remove);
    },
  };
}

async function startLines(
  urls: EngineUrls,
  kafka: { advertised: string; target: string },
): Promise<Record<LineName, TcpLine>> {
  const hostOf = (url: string) => new URL(url).host;
  const kafkaPort = Number(new URL(`tcp://${kafka.advertised}`).port);
  return {
    postgres: await startTcpLine(hostOf(urls.DATABASE_URL)),
    redis: await startTcpLine(hostOf(urls.REDIS_URL)),
    'gateway-redis': await startTcpLine(hostOf(urls.REDIS_URL)),
    'users-postgres': await startTcpLine(hostOf(urls.DATABASE_URL)),
    'users-redis': await startTcpLine(hostOf(urls.REDIS_URL)),
    'analytics-postgres': await startTcpLine(hostOf(urls.DATABASE_URL)),
    'analytics-redis': await startTcpLine(hostOf(urls.REDIS_URL)),
    kafka: await startTcpLine(kafka.target, { port: kafkaPort, branchOf: serviceOf }),
  };
}

/** A client of Kafka begins with its name, which begins with its service's. */
function serviceOf(first: Buffer): string {
  return ['gateway', 'analytics'].find((service) => first.includes(service)) ?? 'market-data';
}

function cuttable(
  name: string,
  urls: EngineUrls,
  lines: Record<LineName, TcpLine>,
  kafka = urls.KAFKA_BROKERS,
): Partial<EngineUrls> {
  const through = (url: string, line: TcpLine) => withHost(url, `127.0.0.1:${line.port}`);
  const own = LINES_OF[name];
  if (!own) return {};
  return {
    ...(own.postgres && { DATABASE_URL: through(urls.DATABASE_URL, lines[own.postgres]) }),
    REDIS_URL: through(urls.REDIS_URL, lines[own.redis]),
    ...(own.kafka && { KAFKA_BROKERS: kafka }),
  };
}

function clientsOf({ gateways }: DistributedSet) {
  const open = () =>
    gateways.flatMap((gateway) => MANNERS.map((manner) => new PriceClient(gateway, manner)));
  let all = open();
  return {
    get all(): readonly PriceClient[] {
      return all;
    },
    refill: () => {
      all = all.map((client) => {
        const gone = client.manner === 'stays' && client.drops > 0 && !client.isOpen;
        const gateway = gateways.find(({ name }) => name === client.gateway);
        return gone && gateway ? new PriceClient(gateway, 'stays') : client;
      });
    },
  };
}
