import type { AddressInfo } from 'node:net';
import type { Cache } from '@tidemark/cache/cache';
import { MemoryCache } from '@tidemark/cache/memory-cache';
import type { Clock } from '@tidemark/clock/clock';
import { systemClock } from '@tidemark/clock/system-clock';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import type { Access } from '@tidemark/service/access';
import { createLogger, type Logger } from '@tidemark/telemetry/logger';
import { createMetrics } from '@tidemark/telemetry/metrics';
import type { FastifyInstance } from 'fastify';
import type { GatewayConfig } from '../../src/config.ts';
import { Gateway } from '../../src/gateway.ts';
import { trustOf } from '@tidemark/http/addresses/trusted-proxies';
import { openRoot } from '@tidemark/testkit/open-root';
import { LIMITS } from './limited-root.ts';
import { TestUsers } from './test-users.ts';
import { afterwards, KEYS } from './two-processes.ts';

export interface DoorOptions {
  clock?: Clock;
  cache?: Cache;
  bus?: EventBus;
  users?: TestUsers;
  logger?: Logger;
  config?: Partial<GatewayConfig>;
  corsOrigins?: readonly string[];
  publicOrigin?: string | null;
  trustedProxies?: readonly string[];
  /** Names that it may be asked by; absent: any. */
  ownHosts?: readonly string[];
  /** Where users and market-data run apart from the gateway. */
  elsewhere?: { users: string; marketData: string };
  /** More routes, such as those of another service. */
  routes?: (app: FastifyInstance) => void;
}

export interface TestDoor {
  app: FastifyInstance;
  users: TestUsers;
  cache: Cache;
  bus: EventBus;
  origin: string;
  waitingFor: () => string | null;
}

/** What a gateway reads where nothing is set. */
export const CONFIG: GatewayConfig = {
  ...LIMITS,
  WS_CONNECTIONS_PER_USER: 20,
  WS_CONNECTIONS_PER_ADDRESS: 50,
};

const ACCESSES: readonly Access[] = ['public', 'user', 'account', 'admin'];

/** A running gateway on a real socket, with users in its process and a route of each access that says who asks. */
export async function openDoor(options: DoorOptions = {}): Promise<TestDoor> {
  const clock = options.clock ?? systemClock;
  const cache = options.cache ?? new MemoryCache({ clock });
  const bus = options.bus ?? new MemoryEventBus({ clock: systemClock });
  const users = options.users ?? new TestUsers(clock, cache);
  if (users.keys.length === 0) await users.rotate();
  const logger = options.logger ?? createLogger({ level: 'silent' });
  const metrics = createMetrics();
  const { corsOrigins = [], publicOrigin = null, trustedProxies = [], elsewhere } = options;
  const { ownHosts } = options;
  const visitors = { corsOrigins, publicOrigin, ownHosts, trusts: trustOf(trustedProxies) };
  const services = elsewhere ? ['gateway'] : ['gateway', 'users', 'portfolio'];
  const process = { name: 'door', services: new Set(services) };
  const apart = elsewhere && {
    IDENTITY_KEY: KEYS.privateKey,
    USERS_URL: [elsewhere.users],
    MARKET_DATA_URL: [elsewhere.marketData],
  };
  const config = { ...CONFIG, ...apart, ...options.config };
  const service = new Gateway({
    ...{ clock, cache, bus, logger, metrics, process, config },
    market: 'live',
  });
  const { frontDoor: front } = service;
  const app = await openRoot({ logger, metrics, visitors, front, services: process.services });
  await app.register((scope) => service.plugin(scope));
  await app.register(async (scope) => {
    if (!elsewhere) users.mount(scope);
    options.routes?.(scope);
    for (const access of ACCESSES) {
      const url = `/api/who/${access}`;
      scope.route({
        method: ['GET', 'POST'],
        url,
        config: { access },
        handler: (request) => request.identity,
      });
    }
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  await service.start();
  afterwards(async () => {
    await app.close();
    await service.stop();
    if (!options.bus) await bus.close();
  });
  const { port } = app.server.address() as AddressInfo;
  return {
    ...{ app, users, cache, bus },
    origin: `http://127.0.0.1:${port}`,
    waitingFor: () => service.waitingFor(),
  };
}
