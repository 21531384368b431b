import { Counter, Gauge, type Metrics } from '@tidemark/telemetry/metrics';

/** Gauges and counters of all streams in one registry, told apart by the label `stream`. */
export interface StreamMetrics {
  connections: Gauge;
  refused: Counter;
  closed: Counter;
}

const known = new WeakMap<Metrics, StreamMetrics>();

/** The streams' metrics in a registry; the first call registers them. */
export function streamMetrics(registry: Metrics): StreamMetrics {
  const metrics = known.get(registry) ?? register(registry);
  known.set(registry, metrics);
  return metrics;
}

function register(registry: Metrics): StreamMetrics {
  const registers = [registry];
  return {
    connections: new Gauge({
      name: 'tidemark_ws_connections',
      help: 'open WebSocket connections',
      labelNames: ['stream'],
      registers,
    }),
    refused: new Counter({
      name: 'tidemark_ws_refused_total',
      help: 'WebSocket connections refused before they were opened',
      labelNames: ['stream'],
      registers,
    }),
    closed: new Counter({
      name: 'tidemark_ws_closed_total',
      help: 'WebSocket connections closed, by close code',
      labelNames: ['stream', 'code'],
      registers,
    }),
  };
}
