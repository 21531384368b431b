import { until } from '@tidemark/testkit/until';
import { afterEach, describe, expect, it } from 'vitest';
import { compareWithTape, finalThrough } from './support/compare-with-tape.ts';
import { ReplicatedMarket, type Replica } from './support/replicas.ts';

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

  it('share the coins, and each candle is right', async () => {
    const { market, replicas, begin } = await started(21, 'a', 'b');
    const owners = await market.owners();
    expect(owners.size).toBe(12);
    expect(new Set(owners.values())).toEqual(new Set(['a', 'b']));
    await market.clock.sleep(4 * MINUTE);
    const coins = replicas.map(({ told }) => new Set(told.map((price) => price.coin_id)));
    await market.clock.sleep(MINUTE);
    expect(await compare(market, begin)).toBeGreaterThan(30);
    for (const feed of replicas.flatMap((replica) => replica.market.feeds().feeds)) {
      expect(feed.status).toBe('live');
    }
    expect(coins[1]!.size).toBeGreaterThan(0);
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
