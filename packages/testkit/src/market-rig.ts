import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cache } from '@tidemark/cache/cache';
import { MemoryCache } from '@tidemark/cache/memory-cache';
import type { Clock } from '@tidemark/clock/clock';
import { systemClock } from '@tidemark/clock/system-clock';
import { loadConfig } from '@tidemark/config/load-config';
import type { Database } from '@tidemark/database/database';
import { databaseTemplate } from '@tidemark/database/database-template';
import { openPgliteDatabase } from '@tidemark/database/pglite-database';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import type { SimUrls } from '@tidemark/exchange-sim/exchange-sim';
import { defaultUniverse, Universe } from '@tidemark/market-data/coins/universe';
import { configSchema, type MarketDataConfig } from '@tidemark/market-data/config';
import { MarketData } from '@tidemark/market-data/market-data';
import { migrations } from '@tidemark/market-data/migrations/index';
import { CandleStore } from '@tidemark/market-data/store/candle-store';
import { createLogger, type Logger } from '@tidemark/telemetry/logger';
import { createMetrics } from '@tidemark/telemetry/metrics';

export interface MarketRigOptions {
  /** Where the venues are. Reference rates of currencies are read where `config` says so alone. */
  urls: Omit<SimUrls, 'ecbRates'>;
  clock?: Clock;
  /** Kept after `stop` when given; else a temporary folder that goes with it. */
  dataDir?: string;
  universe?: Universe;
  config?: Partial<MarketDataConfig>;
  /** Ports that other rigs share; they stay open after `stop`. Each one that is left out is the rig's own. */
  database?: Database;
  bus?: EventBus;
  cache?: Cache;
  /** The replica's name among those that share its ports. Default `rig`. */
  name?: string;
  logger?: Logger;
}

/** market-data in this process, on real sockets and, unless it shares others, on embedded ports of its own. */
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
  const { clock = systemClock, universe = defaultUniverse(), name = 'rig' } = options;
  const own: (() => Promise<void>)[] = [];
  const database = options.database ?? (await ownDatabase(options, own));
  await database.migrate('market-data', migrations);
  const bus = options.bus ?? owned(new MemoryEventBus({ clock }), own);
  const cache = options.cache ?? owned(new MemoryCache({ clock }), own);
  const market = new MarketData(
    {
      clock,
      bus,
      cache,
      database,
      logger: options.logger ?? createLogger({ level: 'silent' }),
      metrics: createMetrics(),
      market: 'simulated',
      process: { name, services: new Set(['market-data']) },
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
      for (const close of own.reverse()) await close();
    },
  };
}

/** Opens a database of the rig's own, in `dataDir` or in a temporary folder that goes with it. */
async function ownDatabase(
  options: MarketRigOptions,
  closing: (() => Promise<void>)[],
): Promise<Database> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'tidemark-')));
  closing.push(async () => {
    if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
  });
  const template = await databaseTemplate();
  return owned(await openPgliteDatabase(dataDir, { template }), closing);
}

function owned<P extends { close(): Promise<void> }>(port: P, closing: (() => Promise<void>)[]): P {
  closing.push(() => port.close());
  return port;
}

function rigConfig({ urls, config }: MarketRigOptions): MarketDataConfig {
  return {
    ...loadConfig(configSchema, {}),
    BINANCE_WS_URL: urls.binanceWs,
    BINANCE_REST_URL: urls.binanceRest,
    COINBASE_WS_URL: urls.coinbaseWs,
    COINBASE_REST_URL: urls.coinbaseRest,
    ECB_RATES_URL: 'off',
    HISTORY_BACKFILL: false,
    ...config,
  };
}

/** The part of the default universe that these coins make up. */
export function universeOf(...coinIds: string[]): Universe {
  return new Universe(defaultUniverse().coins.filter((coin) => coinIds.includes(coin.coinId)));
}
