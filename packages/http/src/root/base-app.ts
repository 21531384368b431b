import type { Server } from 'node:http';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Readiness } from '@tidemark/contracts/health';
import { upgradesOf } from '@tidemark/live-stream/upgrade-router';
import { sharedSerializers } from '@tidemark/service/shared-serializers';
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
import { misaddressed } from './addressed.ts';
import { answerClientFault, isTooLong } from './client-faults.ts';
import { allowCrossOrigin } from './cross-origin.ts';
import { answerErrors, sendError } from './errors.ts';
import { requestIdOf, requestLogger } from './request-trace.ts';
import {
  BODY_BYTES,
  KEEP_ALIVE_MS,
  leaveLargeBodies,
  limitServer,
  REQUEST_MS,
  serverOptions,
  type TlsIdentity,
} from './server-limits.ts';
import { receive, type Visitors } from '../addresses/visitors.ts';
import { upgradeRefusalHeaders } from './upgrade-refusals.ts';

/** What every app of a process needs that answers HTTP requests. */
export interface BaseOptions {
  logger: Logger;
  metrics: Metrics;
  readiness: () => Readiness;
  visitors: Visitors;
  /** From `openServer`: it listens already, and whoever has it gives the app its requests. Absent: a server of its own. */
  server?: Server | undefined;
  /** What a server of its own speaks TLS with. */
  tls?: TlsIdentity | undefined;
}

const HANDLER_TIMEOUT_MS = 15_000;

/** An app without a route: request ids, CORS, the error format, and the bounds on what clients may send. */
export function baseApp(options: BaseOptions): FastifyInstance {
  const { server, tls, visitors } = options;
  const app = fastify({
    ...frameworkOptions(quiet(options.logger)),
    ...((server ? {} : serverOptions(tls)) as FastifyHttpOptions<Server>),
    ...(server ? { serverFactory: () => server } : { clientErrorHandler: answerClientFault }),
    trustProxy: visitors.trusts,
  });
  if (!server) limitServer(app.server);
  // Bodies are JSON alone.
  app.removeContentTypeParser('text/plain');
  leaveLargeBodies(app);
  receive(app, visitors);
  allowCrossOrigin(app, visitors.corsOrigins);
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    if (isTooLong(request.raw.url)) {
      done(new TidemarkError('URI_TOO_LONG', 'The URL is over 8 KB.'));
    } else {
      done();
    }
  });
  app.addHook('onRequest', ({ raw }, reply, done) => {
    const fault = misaddressed(raw, visitors);
    // Whoever does not say whom a request is for may not agree with us about where the next one begins.
    if (fault) reply.header('connection', 'close');
    done(fault ?? undefined);
  });
  const upgrades = upgradesOf(app.server);
  upgrades.screen((request) => misaddressed(request, visitors));
  upgrades.refusalHeaders(upgradeRefusalHeaders);
  answerErrors(app);
  return app;
}

function frameworkOptions(logger: FastifyBaseLogger) {
  return {
    loggerInstance: logger,
    schemaController: sharedSerializers,
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'request_id',
    }),
    frameworkErrors: (error, request, reply) => {
      reply.header('x-request-id', request.id);
      sendError(request, reply, 'INVALID_REQUEST', error.message);
    },
    // A server from `openServer` answers them itself: two apps may have it, one after the other.
    clientErrorHandler: () => undefined,
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
