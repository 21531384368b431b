import type { ErrorCode } from '@tidemark/contracts/errors';
import { ReadinessSchema, type Readiness } from '@tidemark/contracts/health';
import { NO_QUERY } from '@tidemark/service/reply';
import type { Metrics } from '@tidemark/telemetry/metrics';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { metricsText } from './metrics-text.ts';

const HealthSchema = Type.Object({ status: Type.Literal('ok') }, { title: 'Health' });

/** Anybody may ask, and nothing of theirs is refused but a query. */
function described(operationId: string, summary: string, answers: string) {
  return {
    operationId,
    summary,
    tags: ['operations'],
    'x-answers': answers,
    'x-refuses': ['INVALID_REQUEST'] satisfies ErrorCode[],
    querystring: NO_QUERY,
  };
}

/** Health and metrics answer in the plain form that probes and scrapers expect, without the envelope. */
export function mountHealth(
  app: FastifyInstance,
  { metrics, readiness }: { metrics: Metrics; readiness: () => Readiness },
): void {
  const text = metricsText(metrics);
  app.get(
    '/healthz',
    {
      schema: {
        ...described('getHealth', 'The process is alive', 'It is'),
        response: { 200: HealthSchema },
      },
    },
    () => ({ status: 'ok' as const }),
  );
  app.get(
    '/readyz',
    {
      schema: {
        ...described(
          'getReadiness',
          'Whether every module does its work',
          'Every module does its work',
        ),
        response: { 200: ReadinessSchema, 503: ReadinessSchema },
      },
    },
    (_request, reply) => {
      const state = readiness();
      return reply.code(state.ready ? 200 : 503).send(state);
    },
  );
  app.get(
    '/metrics',
    {
      schema: {
        ...described(
          'getMetrics',
          'Prometheus metrics',
          'Metrics in the text format of Prometheus',
        ),
        response: { 200: { content: { 'text/plain': { schema: Type.String() } } } },
      },
    },
    async (_request, reply) => reply.type(metrics.contentType).send(await text()),
  );
}
