import { Registry, collectDefaultMetrics } from 'prom-client';

export type Metrics = Registry;
export { Counter, Gauge, Histogram } from 'prom-client';

/** A registry of its own, so that tests and processes do not share counters. */
export function createMetrics(options: { defaults?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (options.defaults) collectDefaultMetrics({ register: registry });
  return registry;
}
