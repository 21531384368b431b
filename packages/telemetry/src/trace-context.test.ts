import { expect, test } from 'vitest';
import { continueTrace, traceHeaders } from './trace-context.ts';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = `00-${TRACE_ID}-00f067aa0ba902b7-01`;

test('a trace that comes in goes on, with a span of its own as the next parent', () => {
  const context = continueTrace({ traceparent: PARENT, tracestate: 'vendor=1' });
  expect(context.traceId).toBe(TRACE_ID);
  expect(context.spanId).toMatch(/^[0-9a-f]{16}$/);
  expect(context.spanId).not.toBe('00f067aa0ba902b7');
  expect(traceHeaders(context)).toEqual({
    traceparent: `00-${TRACE_ID}-${context.spanId}-01`,
    tracestate: 'vendor=1',
  });
});

test('a trace that is not sampled stays so', () => {
  const context = continueTrace({ traceparent: PARENT.replace(/01$/, '00') });
  expect(traceHeaders(context).traceparent).toMatch(/-00$/);
});

test.each([
  ['none', undefined],
  ['nonsense', 'hello'],
  ['a trace of zeros', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`],
  ['a parent of zeros', `00-${TRACE_ID}-${'0'.repeat(16)}-01`],
  ['two at once', `${PARENT}, ${PARENT}`],
])('%s begins a new trace', (_name, traceparent) => {
  const { traceId } = continueTrace({ traceparent });
  expect(traceId).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
  expect(traceId).not.toBe(TRACE_ID);
});

test('no two traces and no two spans are the same', () => {
  const contexts = Array.from({ length: 100 }, () => continueTrace({}));
  expect(new Set(contexts.map(({ traceId }) => traceId)).size).toBe(100);
  expect(new Set(contexts.map(({ spanId }) => spanId)).size).toBe(100);
});
