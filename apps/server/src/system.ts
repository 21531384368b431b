import type { Clock } from '@tidemark/clock/clock';
import { systemClock } from '@tidemark/clock/system-clock';
import { ModuleHost } from '@tidemark/service/module-host';
import type { ServiceModule } from '@tidemark/service/service-module';
import { hostedService } from './hosted-service.ts';
import { httpModules } from './http-modules.ts';
import { chooseMarket, type MarketSource } from './market-source.ts';
import { visitorsOf, type Front } from './open-door.ts';
import type { Topology } from './runtime.ts';
import type { Configuration } from './server-config.ts';
import { startSimulator, type Simulator } from './simulator.ts';
import { StartError } from './start-error.ts';
import { allGiven, givenUrls, venuePings, VENUE_URL_NAMES, type VenueUrls } from './venue-urls.ts';

/** Everything that runs, not started yet. */
export interface System {
  /** `Tidemark`, with the part of it that this process is. */
  name: string;
  host: ModuleHost;
  market: MarketSource;
  /** Known once the host has started. */
  address: () => string;
}

/** Puts the services of this process together with their ports, the market and the HTTP server. */
export async function assemble(
  services: readonly ServiceModule[],
  { server, engines, services: configs }: Configuration,
  topology: Topology,
  { self, logger: baseLogger, metrics, door }: Front,
  clock: Clock = systemClock,
): Promise<System> {
  const logger = topology.shared ? baseLogger.child({ process: self.name }) : baseLogger;
  const fail = (error: Error) => host.fail(error);
  const market = await chooseMarket({
    setting: server.MARKET_SOURCE,
    dataDir: topology.dataDir,
    pings: venuePings(declaredUrls(configs)),
  });
  const processName = self.name;
  const runtime = topology.open({ market: market.kind, processName, clock, logger, fail });
  const simulated = needsSimulator(market, configs, givenUrls(server));
  const simulator = simulated ? ownSimulator(topology, fail) : undefined;
  const before = [...runtime.modules, ...(simulator ? [simulator.module] : [])];
  const hosted = services.map((service) =>
    hostedService(service, {
      platform: { clock, logger, metrics, market: market.kind, process: self },
      runtime,
      config: () => configFor(service, configs, simulator?.urls() ?? {}),
      after: before.map((module) => module.name),
    }),
  );
  const http = httpModules(door, hosted, {
    ...{ logger, metrics, services: self.services, lameDuckMs: topology.lameDuckMs },
    visitors: visitorsOf(self, server),
    publicKeys: engines.IDENTITY_PUBLIC_KEYS,
  });
  const host = new ModuleHost({
    modules: [http.door, ...before, ...hosted, http.root],
    clock,
    logger,
    stopDeadlineMs: topology.stopDeadlineMs,
  });
  door.waitFor(() => host.readiness());
  return { name: shownName(services, topology), host, market, address: () => door.address() };
}

function shownName(services: readonly ServiceModule[], { shared }: Topology): string {
  return shared ? `Tidemark ${services.map(({ name }) => name).join(' and ')}` : 'Tidemark';
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

/** A simulated market needs our own simulator where exchanges are read, unless each was pointed somewhere. */
function needsSimulator(
  market: MarketSource,
  configs: Configuration['services'],
  given: Partial<VenueUrls>,
): boolean {
  const reads = Object.keys(declaredUrls(configs)).length > 0;
  return market.kind === 'simulated' && reads && !allGiven(given);
}

/** @throws StartError where others read the market too: each would read one of its own */
function ownSimulator(topology: Topology, fail: (error: Error) => void): Simulator {
  if (!topology.shared) return startSimulator(fail);
  throw new StartError(
    'MARKET_SOURCE=simulated needs one simulator that every process reads. ' +
      `Start it with: npm run exchange-sim, and set ${VENUE_URL_NAMES.join(', ')} to its addresses.`,
  );
}

function configFor(
  service: ServiceModule,
  configs: Configuration['services'],
  urls: Partial<VenueUrls>,
): Readonly<Record<string, unknown>> {
  const declared = Object.entries(urls).filter(([name]) => name in service.configSchema.properties);
  return Object.freeze({ ...configs.get(service.name), ...Object.fromEntries(declared) });
}
