import type { IncomingMessage } from 'node:http';
import { continueTrace, type TraceContext } from '@tidemark/telemetry/trace-context';
import type { FastifyBaseLogger } from 'fastify';
import { RequestLogger } from './request-logger.ts';

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
