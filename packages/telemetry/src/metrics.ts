import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = Registry;
export { Counter, Gauge, Histogram };

/** Gauges of prom-client 15 that are named as counters are; each is the sum of one that has their kinds apart. */
const MISNAMED = ['resources', 'handles', 'requests'].map((of) => `nodejs_active_${of}_total`);

/** A registry of its own, so that tests and processes do not share counters. `defaults`: with those of the process. */
export function createMetrics(options: { defaults?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (options.defaults) collectDefaultMetrics({ register: registry });
  for (const name of MISNAMED) registry.removeSingleMetric(name);
  return registry;
}

/** What is counted of messages on their way to a topic of the bus. */
export interface OutboxCounts {
  topic: string;
  waiting: number;
  refused: number;
  dropped: number;
}

type Read = () => readonly OutboxCounts[];

/** Services of one process share its registry, and a metric is registered once. */
const readers = new WeakMap<Metrics, Read[]>();

/** Adds the figures of a service's outboxes to the process' own, read when they are scraped. */
export function outboxMetrics(registry: Metrics, read: Read): void {
  const known = readers.get(registry);
  if (known) {
    known.push(read);
    return;
  }
  const all = [read];
  readers.set(registry, all);
  register(registry, () => all.flatMap((one) => one()));
}

function register(registry: Metrics, read: Read): void {
  const labelNames = ['topic'];
  const registers = [registry];
  new Gauge({
    name: 'tidemark_outbox_waiting',
    help: 'messages that the bus has not taken yet',
    labelNames,
    registers,
    collect() {
      for (const { topic, waiting } of read()) this.set({ topic }, waiting);
    },
  });
  const total = (what: 'refused' | 'dropped', help: string) =>
    new Counter({
      name: `tidemark_outbox_${what}_total`,
      help,
      labelNames,
      registers,
      collect() {
        this.reset();
        for (const counts of read()) this.inc({ topic: counts.topic }, counts[what]);
      },
    });
  total('refused', 'messages that did not fit their topic’s schema and were dropped: a bug');
  total('dropped', 'messages that found no room while the bus was away');
}
