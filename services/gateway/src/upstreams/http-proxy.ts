import type { KnownService } from '@tidemark/contracts/services';
import type { IdentitySigner } from '@tidemark/service/identity/identity-token';
import { IDENTITY_HEADER } from '@tidemark/service/identity/identity-token';
import { traceHeaders } from '@tidemark/telemetry/trace-context';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
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
 * limit holds), so that it can be sent to another replica. ADR 0029.
 */
export async function proxyHttp(app: FastifyInstance, options: HttpProxyOptions): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body);
    });
    for (const prefix of options.service.prefixes) {
      for (const url of [prefix, `${prefix}/*`]) {
        scope.route({
          method: METHODS,
          url,
          schema: { hide: true },
          config: { access: 'elsewhere' },
          compress: false,
          handlerTimeout: options.to.timings.readMs,
          handler: (request, reply) => answer(request, reply, options),
        });
      }
    }
  });
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
    body: Buffer.isBuffer(request.body) ? request.body : null,
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

/** Aborted when the client hangs up before it has its whole answer. */
function whenGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
