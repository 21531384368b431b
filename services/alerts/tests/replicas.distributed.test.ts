import { systemClock } from '@tidemark/clock/system-clock';
import type { AlertRequest } from '@tidemark/contracts/alert';
import type { PriceUpdate } from '@tidemark/contracts/price';
import { PRICE_UPDATES } from '@tidemark/contracts/topics';
import { KafkaEventBus } from '@tidemark/event-bus/kafka-event-bus';
import {
  startDistributedSet,
  type DistributedSet,
} from '@tidemark/testkit/distributed/distributed-set';
import { ENGINES_MISSING, givenEngines } from '@tidemark/testkit/distributed/given-engines';
import { ownEngines, type OwnEngines } from '@tidemark/testkit/distributed/own-engines';
import { until } from '@tidemark/testkit/until';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { recomputed, type Wanted } from './support/recompute.ts';

const SLOW_MS = 300_000;
const COINS = ['bitcoin', 'ethereum', 'solana', 'pepe', 'arbitrum', 'cosmos', 'dogecoin', 'aave'];
const ALERTS = 800;
const engines = givenEngines();
if (!engines) console.warn(ENGINES_MISSING);

interface StoredAlert extends Wanted {
  id: string;
  coins: string[];
  since: Date;
}

describe.skipIf(!engines)('two replicas of alerts', () => {
  let own: OwnEngines | undefined;
  let set: DistributedSet | undefined;
  let bus: KafkaEventBus | undefined;
  let database: Client | undefined;
  /** What every subscriber of the topic was told, by coin. */
  const told = new Map<string, PriceUpdate[]>();

  beforeAll(async () => {
    own = await ownEngines(engines!);
    set = await startDistributedSet({
      ...{ label: 'alerts', engines: own.urls, marketData: 1, gateways: 1, alerts: 2 },
      env: { HISTORY_BACKFILL: 'false' },
    });
    bus = new KafkaEventBus({
      ...{ brokers: own.urls.KAFKA_BROKERS.split(','), clock: systemClock },
      ...{ prefix: 'simulated.', clientId: 'test' },
    });
    await bus.subscribe(PRICE_UPDATES, {
      onBatch: (messages) => {
        for (const { value } of messages) {
          told.set(value.coin_id, [...(told.get(value.coin_id) ?? []), value]);
        }
      },
    });
    database = new Client({ connectionString: own.urls.DATABASE_URL });
    await database.connect();
  }, SLOW_MS);
  afterAll(async () => {
    await database?.end();
    await bus?.close();
    await set?.stop();
    await own?.remove();
  }, SLOW_MS);

  const post = async (path: string, body: object, token?: string) => {
    const answer = await fetch(`${set!.gateways[0]!.url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    const { data } = (await answer.json()) as { data: { access_token: string } };
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return data;
  };
  async function rows<T>(sql: string): Promise<T[]> {
    return (await database!.query(sql)).rows as T[];
  }

  test(
    'fire each thing once, as a recomputation from the bus says, whoever is killed or restarted',
    async () => {
      onTestFailed(() => console.error(set!.tails()));
      await until('prices of every coin', () => COINS.every((coin) => told.has(coin)), 60_000);
      const account = { username: 'alert-owner', password: 'correct horse battery' };
      await post('/api/users/register', { ...account, email: 'owner@example.org' });
      const { access_token: token } = await post('/api/users/login', account);
      const alerts = Array.from({ length: ALERTS }, (_, i) => requestOf(i, told));
      await post('/api/alerts/import', { tidemark_alerts: 1, alerts }, token);

      const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      await pause(15_000);
      await set!.member('alerts-a').kill();
      await pause(10_000);
      await set!.member('alerts-a').start();
      await pause(15_000);
      for (const name of ['alerts-b', 'alerts-a']) {
        await set!.member(name).stop();
        await set!.member(name).start();
      }
      const end = Date.now();
      await until(
        'what was told by then to be evaluated',
        async () => {
          const seen = await rows<{ coin_id: string; seen_at: Date | null }>(
            'select coin_id, seen_at from simulated.alert_coins',
          );
          const at = new Map(seen.map((row) => [row.coin_id, row.seen_at?.getTime() ?? 0]));
          return COINS.every((coin) => (at.get(coin) ?? 0) > end);
        },
        120_000,
      );
      const stored = await rows<StoredAlert>('select * from simulated.alerts');
      const fired = await rows<{
        alert_id: string;
        coin_id: string;
        at: Date;
        body: { value: number };
      }>('select alert_id, coin_id, at, body from simulated.alert_firings');
      const seen = fired
        .filter(({ at }) => at.getTime() <= end)
        .map(
          ({ alert_id, coin_id, at, body }) =>
            `${alert_id} ${coin_id} ${at.getTime()} ${body.value}`,
        );
      const expected = stored.flatMap((alert) => expectedOf(alert, told, end));
      console.info(`${seen.length} firings of ${stored.length} alerts`);
      expect(expected.length).toBeGreaterThan(100);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.sort()).toEqual(expected.sort());
    },
    SLOW_MS,
  );
});

/** Bounds near the price, so that a minute of the market reaches many of them. */
function requestOf(i: number, told: ReadonlyMap<string, PriceUpdate[]>): AlertRequest {
  const coin = COINS[i % COINS.length] ?? 'bitcoin';
  const price = told.get(coin)?.at(-1)?.price ?? 1;
  const direction =
    (['above', 'below', 'crosses_above', 'crosses_below'] as const)[(i >> 3) % 4] ?? 'above';
  const away = 0.0001 * (1 + (i % 37)) * (direction.endsWith('above') ? 1 : -1);
  const for_s = i % 5 === 0 ? 2 : 0;
  return {
    coins: [coin],
    condition: { quantity: 'price', direction, bound: price * (1 + away), for_s },
    ...{ recurring: i % 3 !== 0, hysteresis_pct: 0.01, cooldown_s: i % 2 === 0 ? 0 : 5 },
  };
}

function expectedOf(
  alert: StoredAlert,
  told: ReadonlyMap<string, PriceUpdate[]>,
  end: number,
): string[] {
  return alert.coins.flatMap((coin) => {
    const counted = (told.get(coin) ?? [])
      .filter(({ quality }) => quality === 'live')
      .filter(({ told_at }) => told_at >= alert.since.getTime() && told_at <= end)
      .map(({ told_at: at, price, low, high }, i) =>
        // Of the price that an alert begins with, it knows nothing of the way to it.
        i > 0 ? { at, price, low, high } : { at, price, low: price, high: price },
      );
    return recomputed(alert, counted).map(({ at, value }) => `${alert.id} ${coin} ${at} ${value}`);
  });
}
