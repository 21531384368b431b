import { Counter, Gauge, type Metrics } from '@tidemark/telemetry/metrics';
import type { AlertsParts } from './assemble.ts';

/** What an operator watches; read when it is asked for. */
export function alertsMetrics(
  metrics: Metrics,
  { evaluator, definitions }: Pick<AlertsParts, 'evaluator' | 'definitions'>,
): void {
  const registers = [metrics];
  new Gauge({
    name: 'tidemark_alerts',
    help: 'alerts that are on',
    registers,
    collect() {
      this.set(definitions.size);
    },
  });
  new Counter({
    name: 'tidemark_alert_prices_total',
    help: 'prices that alerts were held against here',
    registers,
    collect() {
      this.reset();
      this.inc(evaluator.counts.prices);
    },
  });
  new Counter({
    name: 'tidemark_alert_firings_total',
    help: 'alerts that fired here',
    registers,
    collect() {
      this.reset();
      this.inc(evaluator.counts.fired);
    },
  });
}
