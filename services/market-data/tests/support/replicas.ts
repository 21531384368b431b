import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryCache } from '@tidemark/cache/memory-cache';
import type { Clock } from '@tidemark/clock/clock';
import type { Price } from '@tidemark/contracts/price';
import { PRICE_UPDATES } from '@tidemark/contracts/topics';
import type { Database } from '@tidemark/database/database';
import { databaseTemplate } from '@tidemark/database/database-template';
import { openPgliteDatabase } from '@tidemark/database/pglite-database';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import { startExchangeSim, type ExchangeSim } from '@tidemark/exchange-sim/exchange-sim';
import { startMarketRig, type MarketRig, universeOf } from '@tidemark/testkit/market-rig';
import { scaledClock } from '@tidemark/testkit/scaled-clock';
import type { MarketDataConfig } from '../../src/config.ts';
import type { Universe } from '../../src/coins/universe.ts';
import { CandleStore } from '../../src/store/candle-store.ts';
import type { MarketTables } from '../../src/tables.ts';
import { ReplicaLink } from './replica-link.ts';

/** Coins of partitions 0, 2, 5, 7, 8 and 10: two or three replicas each own some. */
export const COINS = ['bitcoin', 'ethereum', 'bitcoin-cash', 'pepe', 'arbitrum', 'cosmos'];

export interface Replica extends MarketRig {
  name: string;
  link: ReplicaLink;
  /** Prices that it has published. */
  told: Price[];
}

/** A market that several replicas read, in one process: one simulator, one database, one bus, one cache. */
export class ReplicatedMarket {
  readonly clock: Clock;
  readonly sim: ExchangeSim;
  readonly universe: Universe;
  readonly database: Database;
  readonly bus: MemoryEventBus;
  readonly cache: MemoryCache;
  readonly candles: CandleStore;
  readonly #dir: string;
  readonly #replicas: Replica[] = [];

  private constructor(parts: {
    clock: Clock;
    sim: ExchangeSim;
    database: Database;
    dir: string;
    coins: string[];
  }) {
    this.clock = parts.clock;
    this.sim = parts.sim;
    this.database = parts.database;
    this.#dir = parts.dir;
    this.universe = universeOf(...parts.coins);
    this.bus = new MemoryEventBus({ clock: parts.clock });
    this.cache = new MemoryCache({ clock: parts.clock });
    this.candles = new CandleStore(parts.database);
  }

  static async start(speed: number, seed: number, coins = COINS): Promise<ReplicatedMarket> {
    const clock = scaledClock(speed);
    const sim = await startExchangeSim({ clock, seed, limits: false });
    const dir = await mkdtemp(join(tmpdir(), 'tidemark-replicas-'));
    const database = await openPgliteDatabase(dir, { template: await databaseTemplate() });
    return new ReplicatedMarket({ clock, sim, database, dir, coins });
  }

  async replica(name: string, config: Partial<MarketDataConfig> = {}): Promise<Replica> {
    const { clock, universe, sim } = this;
    const link = new ReplicaLink(this);
    const told: Price[] = [];
    const bus: typeof link.bus = {
      ...link.bus,
      publish: async (topic, messages) => {
        await link.bus.publish(topic, messages);
        if (topic.name === PRICE_UPDATES.name) told.push(...messages.map((m) => m.value as Price));
      },
    };
    const { cache, database } = link;
    const rig = await startMarketRig({
      urls: sim.urls,
      clock,
      universe,
      bus,
      cache,
      database,
      name,
      config,
    });
    const replica = { ...rig, name, link, told };
    this.#replicas.push(replica);
    return replica;
  }

  /** The names of the owners by partition. */
  async owners(): Promise<Map<number, string>> {
    const rows = await this.database
      .as<MarketTables>()
      .selectFrom('partition_owners')
      .select(['partition', 'owner'])
      .execute();
    return new Map(rows.map(({ partition, owner }) => [partition, owner]));
  }

  async stop(): Promise<void> {
    for (const replica of this.#replicas) {
      replica.link.bury();
      await replica.stop();
    }
    await this.bus.close();
    await this.database.close();
    await this.sim.stop();
    await rm(this.#dir, { recursive: true, force: true });
  }
}
