import { randomBytes } from 'node:crypto';
import { Admin } from '@platformatic/kafka';
import { Client } from 'pg';
import { createClient } from 'redis';
import { until } from '../until.ts';
import type { EngineUrls, GivenEngines } from './given-engines.ts';

/** Redis has 16 logical databases; 0 is left to whoever uses the server without choosing. */
const REDIS_DATABASES = 15;

/** A database, a Redis database and empty topics that nobody else uses. */
export interface OwnEngines {
  urls: EngineUrls;
  /** Removes them. */
  remove: () => Promise<void>;
}

/**
 * Makes room for one distributed set on engines that several tests share. Kafka's topics have fixed names, so that two
 * sets cannot be on one broker at the same time: what an earlier one left there is removed first.
 */
export async function ownEngines({ urls }: GivenEngines): Promise<OwnEngines> {
  await clearKafka(urls.KAFKA_BROKERS);
  const database = `tidemark_${randomBytes(5).toString('hex')}`;
  await execute(urls.DATABASE_URL, `CREATE DATABASE ${database}`);
  const redisUrl = await emptyRedis(urls.REDIS_URL);
  return {
    urls: { ...urls, DATABASE_URL: withPath(urls.DATABASE_URL, database), REDIS_URL: redisUrl },
    remove: async () => {
      await execute(urls.DATABASE_URL, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      await withRedis(redisUrl, (redis) => redis.flushDb());
      await clearKafka(urls.KAFKA_BROKERS);
    },
  };
}

/** The same server, another path: a database's name or number. */
export function withPath(url: string, path: string): string {
  const other = new URL(url);
  other.pathname = `/${path}`;
  return other.href;
}

/** The same address on another `host:port`. */
export function withHost(url: string, host: string): string {
  const other = new URL(url);
  other.host = host;
  return other.href;
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

async function emptyRedis(url: string): Promise<string> {
  const start = Math.floor(Math.random() * REDIS_DATABASES);
  for (let i = 0; i < REDIS_DATABASES; i += 1) {
    const own = withPath(url, String(1 + ((start + i) % REDIS_DATABASES)));
    if ((await withRedis(own, (redis) => redis.dbSize())) === 0) return own;
  }
  throw new Error('every logical database of Redis has keys in it');
}

const redisAt = (url: string) => createClient({ url });
type Redis = ReturnType<typeof redisAt>;

async function withRedis<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = redisAt(url);
  redis.on('error', () => undefined);
  await redis.connect();
  try {
    return await work(redis);
  } finally {
    await redis.close();
  }
}

/** Removes what a set on a simulated market left on the broker; a member that was killed is in its group for a while. */
async function clearKafka(brokers: string): Promise<void> {
  const admin = new Admin({ clientId: 'testkit', bootstrapBrokers: brokers.split(',') });
  const isOurs = (name: string) => name.startsWith('simulated.');
  try {
    const topics = (await admin.listTopics()).filter(isOurs);
    if (topics.length > 0) await admin.deleteTopics({ topics });
    await until('the groups of an earlier set to end', () => groupsGone(admin, isOurs), 60_000);
  } finally {
    await admin.close();
  }
}

async function groupsGone(admin: Admin, isOurs: (name: string) => boolean): Promise<boolean> {
  const groups = [...(await admin.listGroups()).keys()].filter(isOurs);
  if (groups.length === 0) return true;
  // Refused while a group has members.
  await admin.deleteGroups({ groups }).catch(() => undefined);
  return false;
}
