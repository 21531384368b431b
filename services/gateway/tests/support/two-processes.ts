import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@tidemark/clock/system-clock';
import { newIdentityKeys } from '@tidemark/service/identity/identity-keys';
import { createLogger } from '@tidemark/telemetry/logger';
import { createMetrics } from '@tidemark/telemetry/metrics';
import type { FastifyInstance } from 'fastify';
import { openRoot, type TestRootOptions } from '@tidemark/testkit/open-root';
import { GATEWAY_ALONE } from '@tidemark/http/addresses/visitors';
import { Upstreams, type UpstreamsOptions } from '../../src/upstreams/upstreams.ts';

/** The gateway's, by which its services know it. */
export const KEYS = newIdentityKeys();
export const PUBLIC_KEYS = [`gateway:${KEYS.publicKey}`];
const logger = createLogger({ level: 'silent' });
const stops: (() => Promise<unknown>)[] = [];

/** Ends what the test started, the last first. */
export async function stopAll(): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop();
}

/** Has `stop` called when the test is over. */
export function afterwards(stop: () => Promise<unknown>): void {
  stops.push(stop);
}

/** Timings that a test does not wait long for. */
export const QUICK = { pollMs: 20, probeMs: 500, connectMs: 500, patienceMs: 500 };

export interface TestGateway {
  app: FastifyInstance;
  upstreams: Upstreams;
  origin: string;
}

/** A gateway on a real socket, in front of market-data at `origins`. */
export async function startGateway(
  origins: readonly string[],
  options: Partial<UpstreamsOptions> = {},
  root: TestRootOptions = {},
): Promise<TestGateway> {
  const metrics = createMetrics();
  const process = { name: 'gateway-test', services: new Set(['gateway']) };
  const app = await openRoot({ metrics, services: process.services, ...root });
  const upstreams = new Upstreams({
    config: { IDENTITY_KEY: KEYS.privateKey, MARKET_DATA_URL: [...origins] },
    process,
    clock: systemClock,
    logger,
    metrics,
    timings: QUICK,
    ...options,
  });
  await app.register((scope) => upstreams.mount(scope));
  await upstreams.start();
  await app.listen({ port: 0, host: '127.0.0.1' });
  afterwards(() => app.close().then(() => upstreams.stop()));
  return { app, upstreams, origin: originOf(app.server) };
}

export interface TestService {
  app: FastifyInstance;
  origin: string;
  port: number;
  /** What its `/readyz` says; true at first. */
  readiness: { ready: boolean };
}

/** A process of market-data with routes of the test's own, which takes requests from the gateway alone. */
export async function startService(
  routes: (app: FastifyInstance) => void,
  { port = 0, ...root }: { port?: number } & TestRootOptions = {},
): Promise<TestService> {
  const readiness = { ready: true };
  const app = await openRoot({
    readiness: () => ({ ready: readiness.ready, modules: [] }),
    services: new Set(['market-data']),
    visitors: GATEWAY_ALONE,
    front: { publicKeys: PUBLIC_KEYS },
    ...root,
  });
  await app.register(async (scope) => routes(scope));
  await app.listen({ port, host: '127.0.0.1' });
  afterwards(() => app.close());
  return { app, origin: originOf(app.server), port: portOf(app.server), readiness };
}

/** A bare HTTP server that is ready and does with everything else what the test says. */
export async function startBareServer(
  listener: RequestListener,
): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    if (request.url === '/readyz') response.end('{}');
    else listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterwards(() => stopServer(server));
  return { server, origin: originOf(server) };
}

/** Cuts every connection at once, as a process that is killed does. */
export async function stopServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

/** An origin where nothing listens. */
export async function deadOrigin(): Promise<string> {
  const { server, origin } = await startBareServer(() => undefined);
  await stopServer(server);
  return origin;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${portOf(server)}`;
}
