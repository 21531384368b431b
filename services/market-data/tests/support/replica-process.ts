import { RedisCache } from '@tidemark/cache/redis-cache';
import { systemClock } from '@tidemark/clock/system-clock';
import { PostgresDatabase } from '@tidemark/database/postgres-database';
import { KafkaEventBus } from '@tidemark/event-bus/kafka-event-bus';
import { startMarketRig, universeOf } from '@tidemark/testkit/market-rig';
import { scaledClock } from '@tidemark/testkit/scaled-clock';
import { createLogger } from '@tidemark/telemetry/logger';
import { until } from '@tidemark/testkit/until';

/** What the parent hands over, as JSON in the first argument. */
export interface ReplicaProcessOptions {
  name: string;
  urls: { binanceWs: string; binanceRest: string; coinbaseWs: string; coinbaseRest: string };
  engines: { postgres: string; redis: string; kafka: string };
  /** Keeps the tables, keys and topics of one test apart from those of others. */
  space: string;
  coins: string[];
  speed: number;
  anchor: number;
}

// One of several replicas of market-data, in a process of its own and on real engines, to be paused or killed. Prints
// `up` when it is ready; hands back and ends at SIGTERM.
const options = JSON.parse(process.argv[2] ?? '{}') as ReplicaProcessOptions;
const { name, space, engines } = options;
const logger = createLogger({ level: process.env['REPLICA_LOG'] === '1' ? 'warn' : 'silent' });
const bus = new KafkaEventBus({
  brokers: engines.kafka.split(','),
  prefix: `${space}.`,
  clientId: name,
  clock: systemClock,
});
const cache = new RedisCache({ url: engines.redis, prefix: `${space}:` });
const database = new PostgresDatabase({ url: engines.postgres, schema: space });
const rig = await startMarketRig({
  name,
  bus,
  cache,
  database,
  logger,
  urls: options.urls,
  universe: universeOf(...options.coins),
  clock: scaledClock(options.speed, options.anchor),
});
await until('the first price', () => rig.market.waitingFor() === null, 60_000);
process.stdout.write('up\n');
process.once('SIGTERM', () => {
  void rig
    .stop()
    .then(() => Promise.all([bus.close(), cache.close(), database.close()]))
    .then(() => process.exit(0));
});
