import { Registry, collectDefaultMetrics } from 'prom-client';

export type Metrics = Registry;
export { Counter, Gauge, Histogram } from 'prom-client';

/** Gauges of prom-client 15 that are named as counters are; each is the sum of one that has their kinds apart. */
const MISNAMED = ['resources', 'handles', 'requests'].map((of) => `nodejs_active_${of}_total`);

/** A registry of its own, so that tests and processes do not share counters. `defaults`: with those of the process. */
export function createMetrics(options: { defaults?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (options.defaults) collectDefaultMetrics({ register: registry });
  for (const name of MISNAMED) registry.removeSingleMetric(name);
  return registry;
}
