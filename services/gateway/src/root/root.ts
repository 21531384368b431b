import compress from '@fastify/compress';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import { constants } from 'node:zlib';
import type { Readiness } from '@tidemark/contracts/health';
import type { ProcessIdentity } from '@tidemark/service/service-module';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Metrics } from '@tidemark/telemetry/metrics';
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { API_POLICY } from './content-policy.ts';
import { drainOnClose } from './drain.ts';
import { answerErrors, sendError } from './errors.ts';
import { mountHealth } from './health.ts';
import { identify } from './identify.ts';
import { documentApi } from './openapi.ts';
import { refuseUnderPressure } from './pressure.ts';
import { measureRequests } from './request-metrics.ts';
import { requestIdOf } from './request-id.ts';
import { requestLogger } from './request-trace.ts';
import { answerUnknown } from './unknown.ts';

export interface RootOptions {
  logger: Logger;
  metrics: Metrics;
  readiness: () => Readiness;
  /** Origins whose pages may call the API beside our own; none by default. */
  corsOrigins?: readonly string[];
  /** Where the gateway is not among its services, requests are taken from the gateway alone. Absent: from anyone. */
  process?: ProcessIdentity;
  /** Needed where the gateway is in another process. */
  gatewaySecret?: string | undefined;
  /**
   * How long requests are still taken after `readiness` has turned false and the server is told to close, ms; more than
   * the gateway's poll of 500 ms where it is elsewhere. Default 0.
   */
  lameDuckMs?: number;
}

const HANDLER_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 30_000;
const BODY_LIMIT_BYTES = 1024 * 1024;
const COMPRESS_OVER_BYTES = 1024;

/**
 * The HTTP server that services mount their routes on, with what concerns all of them: request ids, the error
 * format, metrics, health, limits, compression, security headers and the API's description.
 */
export async function createRoot(options: RootOptions): Promise<FastifyInstance> {
  const logger: FastifyBaseLogger = quiet(options.logger);
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'request_id',
    }),
    frameworkErrors: (error, request, reply) => {
      sendError(request, reply, 'INVALID_REQUEST', error.message);
    },
    childLoggerFactory: requestLogger,
    genReqId: requestIdOf,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    handlerTimeout: HANDLER_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    // A request that comes on an open connection while the server closes is answered, with `connection: close`.
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: true },
    // A field that a body's schema does not name is refused and not dropped: it is a misspelt one.
    ajv: { customOptions: { allErrors: true, removeAdditional: false } },
    http: { shouldUpgradeCallback: (request) => asksForWebSocket(request.headers.upgrade) },
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  drainOnClose(app, options.lameDuckMs ?? 0);
  measureRequests(app, options.metrics);
  identify(app, options);
  answerErrors(app);
  answerUnknown(app);
  await guard(app, options.corsOrigins ?? []);
  await refuseUnderPressure(app, options.readiness);
  await documentApi(app);
  mountHealth(app, options);
  return app;
}

/** Fastify tells at `info` where it listens; the process has its own line for that. */
function quiet(logger: Logger): Logger {
  const level = logger.level === 'info' ? 'warn' : logger.level;
  return logger.child({ module: 'http' }, { level });
}

/** Other upgrades (HTTP/2 in clear) are not ours: such a request is answered as if it asked for none. */
function asksForWebSocket(upgrade: string | undefined): boolean {
  return upgrade?.toLowerCase() === 'websocket';
}

async function guard(app: FastifyInstance, corsOrigins: readonly string[]): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: API_POLICY },
    // TLS is the business of the proxy in front; browsers would refuse plain http from then on.
    strictTransportSecurity: false,
  });
  await app.register(cors, { origin: [...corsOrigins] });
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: COMPRESS_OVER_BYTES,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
}
