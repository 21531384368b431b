import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { continueTrace, type TraceContext } from '@tidemark/telemetry/trace-context';
import type { FastifyBaseLogger } from 'fastify';
import { RequestLogger } from './request-logger.ts';

const REQUEST_ID = /^[\w.:-]{1,64}$/;

/** A caller's own id is kept when it is short and plain, since it goes into logs and headers; else there is a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

const known = new WeakMap<IncomingMessage, TraceContext>();

/** The trace of a request: the one it came with, or its own. The same at every call. */
export function traceOf(request: IncomingMessage): TraceContext {
  const context = known.get(request) ?? continueTrace(request.headers);
  known.set(request, context);
  return context;
}

/**
 * The log of one request: every line has its trace and span, and the request id that is among `bindings`. Most requests
 * log nothing, so nothing is made before the first line.
 */
export function requestLogger(
  logger: FastifyBaseLogger,
  bindings: Record<string, unknown>,
  options: Parameters<FastifyBaseLogger['child']>[1],
  request: IncomingMessage,
): FastifyBaseLogger {
  return new RequestLogger(() => {
    const { traceId, spanId } = traceOf(request);
    return logger.child({ ...bindings, trace_id: traceId, span_id: spanId }, options);
  });
}
