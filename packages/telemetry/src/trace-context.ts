import { randomUUID } from 'node:crypto';
import {
  defaultTextMapGetter,
  defaultTextMapSetter,
  ROOT_CONTEXT,
  trace,
  TraceFlags,
  type SpanContext,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';

/** Where a request stands in its trace: the trace, and this process's own part of it. */
export type TraceContext = SpanContext;

/** Headers by lower-case name, as Node gives them. */
export type TraceCarrier = Readonly<Record<string, string | string[] | undefined>>;

const propagator = new W3CTraceContextPropagator();

/**
 * The trace that the headers `traceparent` and `tracestate` name, or a new one where they name none or do not fit
 * (W3C Trace Context, level 1); with a span of its own: 16 hex digits after the trace's 32.
 */
export function continueTrace(headers: TraceCarrier): TraceContext {
  const spanId = randomId().slice(16);
  const parent = trace.getSpanContext(
    propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter),
  );
  if (!parent) return { traceId: randomId(), spanId, traceFlags: TraceFlags.SAMPLED };
  const { traceId, traceFlags, traceState } = parent;
  return { traceId, spanId, traceFlags, ...(traceState && { traceState }) };
}

/** The headers that tell the next process which trace it works for, with this one's span as the parent. */
export function traceHeaders(context: TraceContext): Record<string, string> {
  const headers: Record<string, string> = {};
  propagator.inject(trace.setSpanContext(ROOT_CONTEXT, context), headers, defaultTextMapSetter);
  return headers;
}

/** 32 hex digits, 122 bits of them random. Node keeps random bytes ready for these, and asks the system for others. */
function randomId(): string {
  return randomUUID().replaceAll('-', '');
}
