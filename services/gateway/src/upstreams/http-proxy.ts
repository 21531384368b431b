import { Readable } from 'node:stream';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { KnownService } from '@tidemark/contracts/services';
import type { IdentitySigner } from '@tidemark/service/identity/identity-token';
import { IDENTITY_HEADER } from '@tidemark/service/identity/identity-token';
import { traceHeaders } from '@tidemark/telemetry/trace-context';
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  HTTPMethods,
  RouteOptions,
} from 'fastify';
import { traceOf } from '@tidemark/http/root/request-trace';
import { forward, type Forwarding } from '@tidemark/service-calls/forward';
import { pathOf, towardsClient, towardsService } from './proxy-headers.ts';

/** OPTIONS is not among them: CORS is answered by the gateway. */
const METHODS: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const WITHOUT_BODY = new Set([204, 304]);

export interface HttpProxyOptions {
  service: KnownService;
  to: Forwarding;
  signer: IdentitySigner;
}

/**
 * Answers a service's paths with what the service answers: its status, its headers and its body, as it comes. The
 * service compresses, for the client; nothing is compressed twice. A request's body is read whole first (the root's
 * limit holds, or the route's own), so that it can be sent to another replica; a file is passed on as it comes. ADR 0029.
 */
export async function proxyHttp(app: FastifyInstance, options: HttpProxyOptions): Promise<void> {
  for (const [url, bytes] of Object.entries(options.service.uploads)) {
    await app.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', passingOn(bytes));
      scope.route({ method: 'POST', url, ...passedOn(options) });
    });
  }
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body);
    });
    for (const [route, bodyLimit] of Object.entries(options.service.bodies)) {
      const [method = '', url = ''] = route.split(' ');
      scope.route({ method, url, bodyLimit, ...passedOn(options) });
    }
    for (const prefix of options.service.prefixes) {
      for (const url of [prefix, `${prefix}/*`]) {
        scope.route({ method: METHODS, url, ...passedOn(options) });
      }
    }
  });
}

/** What every route of a service elsewhere has. */
function passedOn(options: HttpProxyOptions) {
  return {
    schema: { hide: true },
    config: { access: 'elsewhere' },
    compress: false,
    handlerTimeout: options.to.timings.readMs,
    handler: (request, reply) => answer(request, reply, options),
  } satisfies Omit<RouteOptions, 'method' | 'url'>;
}

/** Gives a body on as it comes, up to so many bytes. */
function passingOn(most: number) {
  const tooLarge = () =>
    new TidemarkError('PAYLOAD_TOO_LARGE', `The body is over ${most / 1024 / 1024} MB.`);
  return (request: FastifyRequest, coming: Readable, done: TakeBody): void => {
    if (Number(request.headers['content-length'] ?? 0) > most) done(tooLarge());
    else done(null, Readable.from(atMost(most, coming, tooLarge), { objectMode: false }));
  };
}

type TakeBody = (error: Error | null, body?: Readable) => void;

async function* atMost(
  most: number,
  coming: Readable,
  tooLarge: () => Error,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  // Whoever sends too much is to hear of it: the connection stays until then.
  for await (const piece of coming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > most) throw tooLarge();
    yield piece;
  }
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { service, to, signer }: HttpProxyOptions,
): Promise<FastifyReply> {
  const gone = whenGone(reply);
  const { method } = request;
  const path = pathOf(request.raw);
  const call = {
    ...{ method, path },
    headers: {
      ...towardsService(request.headers, request, service.takesCookies),
      ...traceHeaders(traceOf(request.raw)),
      'x-request-id': request.id,
      [IDENTITY_HEADER]: signer.sign(request.identity, service.name, { method, target: path }),
    },
    body: bodyOf(request),
    signal: gone,
  };
  const response = await forward(to, call);
  reply.code(response.statusCode);
  towardsClient(response.headers, reply);
  if (request.method !== 'HEAD' && !WITHOUT_BODY.has(response.statusCode)) {
    return reply.send(response.body);
  }
  await response.body.dump();
  return reply.send();
}

function bodyOf({ body }: FastifyRequest): Buffer | Readable | null {
  return Buffer.isBuffer(body) || body instanceof Readable ? body : null;
}

/** Aborted when the client hangs up before it has its whole answer. */
function whenGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
