import { CANDLES, TOPICS } from '@tidemark/contracts/topics';
import type { FeedsView } from '@tidemark/contracts/feeds';
import { until } from '@tidemark/testkit/until';
import Fastify from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { OwnerStore } from '../src/claims/owner-store.ts';
import { compareWithTape, finalThrough } from './support/compare-with-tape.ts';
import { finalBars } from './support/final-bars.ts';
import { COINS, ReplicatedMarket, type Replica } from './support/replicas.ts';

const SPEED = 20;
const MINUTE = 60_000;

describe('several replicas of market-data', () => {
  const markets: ReplicatedMarket[] = [];
  afterEach(async () => {
    for (const market of markets.splice(0)) await market.stop();
  });

  async function started(seed: number, ...names: string[]) {
    const market = await ReplicatedMarket.start(SPEED, seed);
    markets.push(market);
    const replicas: Replica[] = [];
    for (const name of names) replicas.push(await market.replica(name));
    const ready = replicas.map((replica) =>
      until(`${replica.name} to be ready`, () => replica.market.waitingFor() === null),
    );
    await Promise.all(ready);
    return { market, replicas, begin: market.clock.now() };
  }

  /** Waits for the candles until now, and compares them with the tape. */
  async function compare(market: ReplicatedMarket, begin: number): Promise<number> {
    const { universe, clock, candles, sim } = market;
    const end = clock.now();
    await finalThrough(candles, universe, end);
    return compareWithTape(candles, sim.tape, { universe, begin, end });
  }

  it('share the coins: each is told by its owner alone, each candle is right, both answer for all', async () => {
    const { market, replicas, begin } = await started(21, 'a', 'b');
    const [a, b] = replicas as [Replica, Replica];
    expect(new Set((await market.owners()).values())).toEqual(new Set(['a', 'b']));
    for (const { told } of replicas) told.length = 0;
    await market.clock.sleep(4 * MINUTE);
    const [byA, byB] = [a, b].map(({ told }) => new Set(told.map((price) => price.coin_id)));
    expect([...byA!].filter((coin) => byB!.has(coin))).toEqual([]);
    expect([...byA!, ...byB!].sort()).toEqual([...COINS].sort());
    for (const replica of [a, b]) {
      const feeds = await feedsOf(replica);
      await until('a view of both', async () => (await feeds()).replicas === 2);
      expect((await feeds()).feeds.map((feed) => feed.status)).toEqual(['live', 'live']);
    }
    expect(await compare(market, begin)).toBeGreaterThan(30);
  }, 60_000);

  it('trades wait for a bus that is away, and need not be fetched again', async () => {
    const { market, replicas, begin } = await started(24, 'a');
    const [a] = replicas as [Replica];
    const repaired = () => a.market.feeds().feeds.map((feed) => feed.trades_repaired);
    const before = repaired();
    for (const topic of TOPICS) a.link.refused.add(topic.name);
    await market.clock.sleep(90_000);
    a.link.refused.clear();
    await market.clock.sleep(MINUTE);
    const added = repaired().reduce((sum, count, i) => sum + count - (before[i] ?? 0), 0);
    expect(await compare(market, begin)).toBeGreaterThan(15);
    expect(added).toBeLessThan(100);
  }, 60_000);

  it('what one stored and did not tell before it died, its successor tells', async () => {
    const { market, replicas } = await started(25, 'a');
    const [a] = replicas as [Replica];
    const told = new Set<string>();
    await market.bus.subscribe(CANDLES, {
      onBatch: (messages) => {
        for (const { value } of messages) {
          if (value.final && value.interval === '1m') told.add(`${value.product} ${value.time}`);
        }
      },
    });
    a.link.refused.add(CANDLES.name);
    const from = market.clock.now();
    const listing = market.universe.listings[0]!;
    const finals = () =>
      finalBars(market.candles, listing, '1m', from - MINUTE, market.clock.now());
    await until('a minute to be stored', async () => (await finals()).length > 0);
    await a.link.die();
    const [stored] = await finals();
    expect(told.has(`${listing.product} ${stored!.time}`)).toBe(false);
    await market.replica('b');
    await until('it to be told', () => told.has(`${listing.product} ${stored!.time}`));
  }, 60_000);

  it('a late claim by one who does not read the trades is taken back', async () => {
    const { market, begin } = await started(26, 'a');
    await market.clock.sleep(MINUTE);
    const partitions = [...(await market.owners()).keys()];
    await new OwnerStore(market.database).claim(partitions, 'late');
    await until('the owner to claim again', async () => {
      const owners = new Set((await market.owners()).values());
      return owners.size === 1 && owners.has('a');
    });
    await market.clock.sleep(MINUTE);
    expect(await compare(market, begin)).toBeGreaterThan(15);
  }, 60_000);

  it('one whose own socket to a venue is down prices it by the trades that another brings', async () => {
    const { market, replicas } = await started(27, 'a');
    const [a] = replicas as [Replica];
    const b = await market.replica('b', { COINBASE_WS_URL: 'ws://127.0.0.1:1' });
    const shared = market.universe.coins.filter((coin) => coin.listings.length > 1);
    const statuses = () => {
      const latest = new Map(b.told.map((price) => [price.coin_id, price]));
      return shared.flatMap(({ coinId }) => {
        const source = latest.get(coinId)?.sources.find((each) => each.exchange === 'coinbase');
        return source ? [source.status] : [];
      });
    };
    await until('prices of b', () => statuses().length > 0);
    await market.clock.sleep(2 * MINUTE);
    expect(b.market.feeds().feeds.map((feed) => feed.status)).not.toEqual(['live', 'live']);
    expect(new Set(statuses())).toEqual(new Set(['used']));
    const feeds = await feedsOf(b);
    await until('a view of both', async () => (await feeds()).replicas === 2);
    expect((await feeds()).feeds.map((feed) => feed.status)).toEqual(['live', 'live']);
    expect(a.market.waitingFor()).toBeNull();
  }, 60_000);

  it('one is stopped, another comes, another dies: no candle is wrong', async () => {
    const { market, replicas, begin } = await started(22, 'a', 'b');
    const [a, b] = replicas as [Replica, Replica];
    await market.clock.sleep(90_000);
    await a.market.stop();
    await market.clock.sleep(MINUTE);
    await market.replica('c');
    await market.clock.sleep(90_000);
    await b.link.die();
    await market.clock.sleep(MINUTE);
    await market.replica('d');
    await market.clock.sleep(MINUTE);
    expect(await compare(market, begin)).toBeGreaterThan(30);
    expect(new Set((await market.owners()).values())).toEqual(new Set(['c', 'd']));
  }, 90_000);

  it('one that was paused and comes back as a zombie overwrites nothing', async () => {
    const { market, replicas, begin } = await started(23, 'a', 'b', 'c');
    for (let round = 0; round < 4; round += 1) {
      const zombie = replicas[round % replicas.length]!;
      await market.clock.sleep(20_000 + ((round * 7_919) % 20_000));
      zombie.link.pause();
      await market.clock.sleep(5_000);
      await zombie.link.expel();
      await market.clock.sleep(40_000);
      zombie.link.resume();
      await market.clock.sleep(15_000);
      await zombie.link.rejoin();
    }
    await market.clock.sleep(MINUTE);
    expect(await compare(market, begin)).toBeGreaterThan(30);
  }, 90_000);
});

/** Asks a replica for `/api/market/feeds`. */
async function feedsOf(replica: Replica): Promise<() => Promise<FeedsView>> {
  // Words of ours in the schemas of requests are the product's root's to know.
  const app = Fastify({ ajv: { customOptions: { strict: false } } });
  await replica.market.plugin(app);
  await app.ready();
  return async () => {
    const response = await app.inject('/api/market/feeds');
    return response.json<{ data: FeedsView }>().data;
  };
}
