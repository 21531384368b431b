import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cache } from '@tidemark/cache/cache';
import { MemoryCache } from '@tidemark/cache/memory-cache';
import type { Clock } from '@tidemark/clock/clock';
import { systemClock } from '@tidemark/clock/system-clock';
import { loadConfig } from '@tidemark/config/load-config';
import type { Database } from '@tidemark/database/database';
import { openPgliteDatabase } from '@tidemark/database/pglite-database';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import type { SimUrls } from '@tidemark/exchange-sim/exchange-sim';
import { defaultUniverse, Universe } from '@tidemark/market-data/coins/universe';
import { configSchema, type MarketDataConfig } from '@tidemark/market-data/config';
import { MarketData } from '@tidemark/market-data/market-data';
import { migrations } from '@tidemark/market-data/migrations/index';
import { CandleStore } from '@tidemark/market-data/store/candle-store';
import { createLogger } from '@tidemark/telemetry/logger';
import { createMetrics } from '@tidemark/telemetry/metrics';

export interface MarketRigOptions {
  urls: SimUrls;
  clock?: Clock;
  /** Kept after `stop` when given; else a temporary folder that goes with it. */
  dataDir?: string;
  universe?: Universe;
  config?: Partial<MarketDataConfig>;
}

/** market-data in this process, on its embedded ports and real sockets. */
export interface MarketRig {
  market: MarketData;
  candles: CandleStore;
  database: Database;
  bus: EventBus;
  cache: Cache;
  universe: Universe;
  /** Drains and closes everything. */
  stop(): Promise<void>;
}

/** Starts market-data against the venues at `urls`. History is not back-filled unless the config says so. */
export async function startMarketRig(options: MarketRigOptions): Promise<MarketRig> {
  const { clock = systemClock, universe = defaultUniverse() } = options;
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'tidemark-')));
  const database = await openPgliteDatabase(dataDir);
  await database.migrate('market-data', migrations);
  const bus = new MemoryEventBus({ clock });
  const cache = new MemoryCache({ clock });
  const market = new MarketData(
    {
      clock,
      bus,
      cache,
      database,
      logger: createLogger({ level: 'silent' }),
      metrics: createMetrics(),
      market: 'simulated',
      process: { name: 'rig', services: new Set(['market-data']) },
      config: rigConfig(options),
    },
    universe,
  );
  await market.start(new AbortController().signal);
  return {
    market,
    candles: new CandleStore(database),
    database,
    bus,
    cache,
    universe,
    stop: async () => {
      await market.stop();
      await bus.close();
      await database.close();
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function rigConfig({ urls, config }: MarketRigOptions): MarketDataConfig {
  return {
    ...loadConfig(configSchema, {}),
    BINANCE_WS_URL: urls.binanceWs,
    BINANCE_REST_URL: urls.binanceRest,
    COINBASE_WS_URL: urls.coinbaseWs,
    COINBASE_REST_URL: urls.coinbaseRest,
    HISTORY_BACKFILL: false,
    ...config,
  };
}

/** The part of the default universe that these coins make up. */
export function universeOf(...coinIds: string[]): Universe {
  return new Universe(defaultUniverse().coins.filter((coin) => coinIds.includes(coin.coinId)));
}
