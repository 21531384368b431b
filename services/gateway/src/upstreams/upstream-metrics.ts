import { Counter, type Metrics } from '@tidemark/telemetry/metrics';

export interface UpstreamMetrics {
  retries: Counter;
}

export function upstreamMetrics(registry: Metrics): UpstreamMetrics {
  return {
    retries: new Counter({
      name: 'tidemark_upstream_retries_total',
      help: 'requests sent again to another replica, by what became of them at the first',
      labelNames: ['service', 'reason'],
      registers: [registry],
    }),
  };
}
