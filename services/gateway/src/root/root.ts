import type { Server } from 'node:http';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Readiness } from '@tidemark/contracts/health';
import type { ProcessIdentity } from '@tidemark/service/service-module';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Metrics } from '@tidemark/telemetry/metrics';
import {
  fastify,
  LogController,
  type FastifyBaseLogger,
  type FastifyHttpOptions,
  type FastifyInstance,
  type FastifyServerOptions,
} from 'fastify';
import { recordAnswers } from '../micro-cache/record-answers.ts';
import { answerClientFault, isTooLong } from './client-faults.ts';
import { allowCrossOrigin } from './cross-origin.ts';
import { drainOnClose } from './drain.ts';
import { answerErrors, sendError } from './errors.ts';
import { mountHealth } from './health.ts';
import { identify } from './identify.ts';
import { documentApi } from './openapi.ts';
import { refuseForeignHosts } from './own-hosts.ts';
import { refuseUnderPressure } from './pressure.ts';
import { validateInput } from './input-validation.ts';
import { measureRequests } from './request-metrics.ts';
import { requestIdOf } from './request-id.ts';
import { requestLogger } from './request-trace.ts';
import { secure } from './security-headers.ts';
import {
  BODY_BYTES,
  KEEP_ALIVE_MS,
  limitClients,
  REQUEST_MS,
  serverOptions,
  type TlsIdentity,
} from './server-limits.ts';
import { trustGateway, trustOf } from './trusted-proxies.ts';
import { answerUnknown } from './unknown.ts';

export interface RootOptions {
  logger: Logger;
  metrics: Metrics;
  readiness: () => Readiness;
  /** Origins whose pages may call the API beside our own; none by default. */
  corsOrigins?: readonly string[];
  /** Addresses and networks of proxies that are believed about whom they ask for; none by default. */
  trustedProxies?: readonly string[];
  /** Names that requests may ask for; absent: any. */
  ownHosts?: readonly string[] | undefined;
  /** Speaks TLS where it is given. */
  tls?: TlsIdentity | undefined;
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
const COMPRESS_OVER_BYTES = 1024;

/**
 * The HTTP server that services mount their routes on, with what concerns all of them: request ids, the error
 * format, metrics, health, limits, compression, security headers and the API's description.
 */
export async function createRoot(options: RootOptions): Promise<FastifyInstance> {
  const hasGateway = options.process?.services.has('gateway') ?? true;
  const trusts = hasGateway ? trustOf(options.trustedProxies ?? []) : trustGateway;
  const app = fastify({
    ...frameworkOptions(quiet(options.logger)),
    ...(serverOptions(options.tls) as FastifyHttpOptions<Server>),
    trustProxy: trusts,
  });
  limitClients(app);
  allowCrossOrigin(app, options.corsOrigins ?? []);
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    if (isTooLong(request.raw.url)) {
      done(new TidemarkError('INVALID_REQUEST', 'The URL is over 8 KB.'));
    } else {
      done();
    }
  });
  if (hasGateway && options.ownHosts) refuseForeignHosts(app, options.ownHosts);
  drainOnClose(app, options.lameDuckMs ?? 0);
  measureRequests(app, { metrics: options.metrics, tell: options.logger.isLevelEnabled('debug') });
  identify(app, { ...options, trusts });
  app.addHook('onRequest', (request, reply, done) => {
    secure(request, reply);
    done();
  });
  validateInput(app);
  answerErrors(app);
  answerUnknown(app);
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: COMPRESS_OVER_BYTES,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  if (hasGateway) recordAnswers(app);
  await refuseUnderPressure(app, options.readiness);
  await documentApi(app);
  mountHealth(app, options);
  return app;
}

function frameworkOptions(logger: FastifyBaseLogger) {
  return {
    loggerInstance: logger,
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'request_id',
    }),
    frameworkErrors: (error, request, reply) => {
      reply.header('x-request-id', request.id);
      sendError(request, reply, 'INVALID_REQUEST', error.message);
    },
    clientErrorHandler: answerClientFault,
    childLoggerFactory: requestLogger,
    genReqId: requestIdOf,
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    handlerTimeout: HANDLER_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    // A request that comes on an open connection while the server closes is answered, with `connection: close`.
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: true },
  } satisfies FastifyServerOptions;
}

/** Fastify tells at `info` where it listens; the process has its own line for that. */
function quiet(logger: Logger): Logger {
  const level = logger.level === 'info' ? 'warn' : logger.level;
  return logger.child({ module: 'http' }, { level });
}
