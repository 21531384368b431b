import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SECURITY_HEADERS } from '@tidemark/http/replies/security-headers';
import { gather } from './gather.ts';
import type { Leading, Outcome } from './leading.ts';

/** A longer answer is passed on as it comes, to the one that asked. */
const MAX_BODY_BYTES = 1024 * 1024;

/** Headers of one request or connection, and those that are on every answer anyway. */
const NOT_KEPT = new RegExp(
  `^(?:x-request-id|tidemark-version|retry-after|ratelimit(?:-.*)?|access-control-.*|strict-transport-security|connection|keep-alive|date|` +
    `content-length|cache-status|server-timing|transfer-encoding|${Object.keys(SECURITY_HEADERS).join('|')})$`,
);

/**
 * Has the answers to requests that others wait for shown to them, as they are when everything is done with them
 * (compression among it). Call before the routes, and after what compresses.
 */
export function recordAnswers(app: FastifyInstance): void {
  app.decorateRequest('leading', null);
  app.addHook('onRoute', (route) => {
    const hooks = [route.onSend ?? []].flat();
    route.onSend = [...hooks, record];
  });
}

/** Without a promise where nobody waits: an answer from memory must be out when the hook that gave it returns. */
function record(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: Error | null, payload?: unknown) => void,
): void {
  const { leading } = request;
  if (leading && payload instanceof Readable && mayBeShared(reply)) {
    recordStream(leading, reply, payload).then((body) => done(null, body), done);
    return;
  }
  leading?.settle(mayBeShared(reply) && isBody(payload) ? outcomeOf(reply, payload) : 'own');
  done(null, payload);
}

function mayBeShared(reply: FastifyReply): boolean {
  const control = String(reply.getHeader('cache-control') ?? '');
  return (
    reply.statusCode === 200 && !reply.hasHeader('set-cookie') && !/no-store|private/i.test(control)
  );
}

function isBody(payload: unknown): payload is Buffer | string {
  return Buffer.isBuffer(payload) || typeof payload === 'string';
}

async function recordStream(
  leading: Leading,
  reply: FastifyReply,
  payload: Readable,
): Promise<unknown> {
  const body = await gather(payload, MAX_BODY_BYTES).catch(() => {
    leading.settle('lost');
    for (const name of ['content-encoding', 'content-length', 'etag']) reply.removeHeader(name);
    throw new TidemarkError('UPSTREAM_UNAVAILABLE', 'The answer broke off. Try again.');
  });
  leading.settle(Buffer.isBuffer(body) ? outcomeOf(reply, asText(reply, body)) : 'own');
  return body;
}

function asText(reply: FastifyReply, body: Buffer): Buffer | string {
  const encoded = reply.hasHeader('content-encoding') || !isUtf8(body);
  return encoded ? body : body.toString();
}

function outcomeOf(reply: FastifyReply, body: Buffer | string): Outcome {
  const bytes = Buffer.byteLength(body);
  if (bytes > MAX_BODY_BYTES) return 'own';
  const headers = Object.entries(SECURITY_HEADERS).flat();
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined && !NOT_KEPT.test(name)) headers.push(name, String(value));
  }
  headers.push('content-length', String(bytes));
  reply.header('cache-status', 'tidemark; fwd=miss; stored');
  return { headers, body, bytes };
}
