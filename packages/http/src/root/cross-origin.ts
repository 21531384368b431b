import type { FastifyInstance } from 'fastify';
import { secure } from '../replies/security-headers.ts';

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE';
const REQUEST_HEADERS =
  'authorization, content-type, idempotency-key, if-match, x-request-id, tidemark-version';
const ANSWER_HEADERS =
  'x-request-id, retry-after, ratelimit, ratelimit-limit, ratelimit-remaining, ratelimit-reset, ratelimit-policy, etag, tidemark-version';
/** How long a browser need not ask again whether it may ask; browsers cap it at two hours or less. */
const ASK_AGAIN_S = '7200';

/**
 * Says to browsers which other origins' pages may call us (CORS). Without credentials: a page elsewhere sends its token
 * itself, and no cookie. Before everything else, so that it can read refusals too; what a browser asks beforehand costs
 * nobody a token. ADR 0030.
 */
export function allowCrossOrigin(app: FastifyInstance, origins: readonly string[]): void {
  const allowed = new Set(origins);
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('vary', 'Origin');
    const { origin, 'access-control-request-method': method } = request.headers;
    if (origin === undefined || !allowed.has(origin)) {
      done();
      return;
    }
    reply.header('access-control-allow-origin', origin);
    if (request.method !== 'OPTIONS' || method === undefined) {
      reply.header('access-control-expose-headers', ANSWER_HEADERS);
      done();
      return;
    }
    secure(request, reply);
    void reply
      .code(204)
      .header('access-control-allow-methods', METHODS)
      .header('access-control-allow-headers', REQUEST_HEADERS)
      .header('access-control-max-age', ASK_AGAIN_S)
      .send();
  });
}
