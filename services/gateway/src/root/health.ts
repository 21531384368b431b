import { ReadinessSchema, type Readiness } from '@tidemark/contracts/health';
import type { Metrics } from '@tidemark/telemetry/metrics';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

const HealthSchema = Type.Object({ status: Type.Literal('ok') });

/** Health and metrics answer in the plain form that probes and scrapers expect, without the envelope. */
export function mountHealth(
  app: FastifyInstance,
  { metrics, readiness }: { metrics: Metrics; readiness: () => Readiness },
): void {
  const tags = ['operations'];
  app.get(
    '/healthz',
    { schema: { summary: 'The process is alive', tags, response: { 200: HealthSchema } } },
    () => ({ status: 'ok' as const }),
  );
  app.get(
    '/readyz',
    {
      schema: {
        summary: 'Every module does its work; 503 with what is waited for until then',
        tags,
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
    { schema: { summary: 'Prometheus metrics', tags, produces: ['text/plain'] } },
    async (_request, reply) => reply.type(metrics.contentType).send(await metrics.metrics()),
  );
}
