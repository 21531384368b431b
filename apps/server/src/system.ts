import { randomBytes } from 'node:crypto';
import { systemClock } from '@tidemark/clock/system-clock';
import { ModuleHost } from '@tidemark/service/module-host';
import type { ProcessIdentity, ServiceModule } from '@tidemark/service/service-module';
import type { Logger } from '@tidemark/telemetry/logger';
import { createMetrics } from '@tidemark/telemetry/metrics';
import { hostedService } from './hosted-service.ts';
import { httpDoor } from './http-door.ts';
import { chooseMarket, marketDir, type MarketSource } from './market-source.ts';
import { embeddedRuntime } from './runtime.ts';
import type { Configuration } from './server-config.ts';
import { startSimulator, type Simulator } from './simulator.ts';
import { allGiven, givenUrls, venuePings, VENUE_URL_NAMES, type VenueUrls } from './venue-urls.ts';

/** Everything that runs, not started yet. */
export interface System {
  host: ModuleHost;
  market: MarketSource;
  /** Known once the host has started. */
  address: () => string;
}

const STOP_DEADLINE_MS = 4_500;

/** Puts the services of this process together with their ports, the market and the HTTP server. */
export async function assemble(
  services: readonly ServiceModule[],
  { server, services: configs }: Configuration,
  logger: Logger,
): Promise<System> {
  const clock = systemClock;
  const metrics = createMetrics({ defaults: true });
  const fail = (error: Error) => host.fail(error);
  const market = await chooseMarket({
    setting: server.MARKET_SOURCE,
    dataDir: server.DATA_DIR,
    pings: venuePings(declaredUrls(configs)),
  });
  const dataDir = marketDir(server.DATA_DIR, market.kind);
  const runtime = embeddedRuntime({ dataDir, clock, logger, fail });
  const simulator = simulatorFor(market, givenUrls(server), fail);
  const door = httpDoor(
    { host: server.HOST, port: server.PORT },
    { logger, metrics, readiness: () => host.readiness(), corsOrigins: server.CORS_ORIGINS },
  );
  const names = services.map((service) => service.name);
  const { root, door: lastModule } = door.modules(names);
  const before = [root, ...runtime.modules, ...(simulator ? [simulator.module] : [])];
  const self = processIdentity(names);
  const hosted = services.map((service) =>
    hostedService(service, {
      platform: { clock, logger, metrics, market: market.kind, process: self },
      runtime,
      config: () => configFor(service, configs, simulator?.urls() ?? {}),
      root: door.root,
      after: before.map((module) => module.name),
    }),
  );
  const host = new ModuleHost({
    modules: [...before, ...hosted, lastModule],
    clock,
    logger,
    stopDeadlineMs: STOP_DEADLINE_MS,
  });
  return { host, market, address: door.address };
}

function processIdentity(services: readonly string[]): ProcessIdentity {
  const name = `${services.join('+')}-${randomBytes(3).toString('hex')}`;
  return { name, services: new Set(services) };
}

/** Where the services would read the exchanges: what was given, else their defaults. */
function declaredUrls(configs: Configuration['services']): Partial<VenueUrls> {
  const all: Partial<VenueUrls> = {};
  for (const config of configs.values()) {
    for (const name of VENUE_URL_NAMES) {
      if (typeof config[name] === 'string') all[name] = config[name];
    }
  }
  return all;
}

/** A simulated market needs our own simulator unless every exchange was pointed somewhere. */
function simulatorFor(
  market: MarketSource,
  given: Partial<VenueUrls>,
  fail: (error: Error) => void,
): Simulator | undefined {
  return market.kind === 'simulated' && !allGiven(given) ? startSimulator(fail) : undefined;
}

function configFor(
  service: ServiceModule,
  configs: Configuration['services'],
  urls: Partial<VenueUrls>,
): Readonly<Record<string, unknown>> {
  const declared = Object.entries(urls).filter(([name]) => name in service.configSchema.properties);
  return Object.freeze({ ...configs.get(service.name), ...Object.fromEntries(declared) });
}
