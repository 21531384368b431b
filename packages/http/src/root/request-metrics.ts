import { Histogram, type Metrics } from '@tidemark/telemetry/metrics';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { loggedUrl } from './request-logger.ts';

const BUCKETS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export interface MeasureOptions {
  metrics: Metrics;
  /** Whether each request gets a line in the log. */
  tell: boolean;
}

/** How long each route takes, by route pattern, so that the number of series stays small. */
export function measureRequests(app: FastifyInstance, { metrics, tell }: MeasureOptions): void {
  const duration = new Histogram({
    name: 'tidemark_http_request_duration_seconds',
    help: 'time to answer an HTTP request',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS_S,
    registers: [metrics],
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const labels = { method: request.method, route, status: reply.statusCode };
    duration.observe(labels, reply.elapsedTime / 1000);
    if (tell) logRequest(request, reply);
    done();
  });
}

function logRequest(request: FastifyRequest, reply: FastifyReply): void {
  const { method, url, log } = request;
  log.debug(
    { method, url: loggedUrl(url), status: reply.statusCode },
    `answered in ${reply.elapsedTime.toFixed(1)} ms`,
  );
}
