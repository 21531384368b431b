import { Counter, Gauge, type Metrics } from '@tidemark/telemetry/metrics';

export interface UpstreamMetrics {
  retries: Counter;
}

/** @param ready how many replicas of each service are ready now */
export function upstreamMetrics(
  registry: Metrics,
  ready: () => Iterable<readonly [service: string, replicas: number]>,
): UpstreamMetrics {
  const replicas = new Gauge({
    name: 'tidemark_upstream_replicas_ready',
    help: 'replicas of a service in other processes that say they are ready',
    labelNames: ['service'],
    registers: [registry],
    collect: () => {
      for (const [service, count] of ready()) replicas.set({ service }, count);
    },
  });
  return {
    retries: new Counter({
      name: 'tidemark_upstream_retries_total',
      help: 'requests sent again to another replica, by what became of them at the first',
      labelNames: ['service', 'reason'],
      registers: [registry],
    }),
  };
}
