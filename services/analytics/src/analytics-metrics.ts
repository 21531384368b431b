import { Counter, Gauge, type Metrics, outboxMetrics } from '@tidemark/telemetry/metrics';
import type { AnalyticsParts } from './assemble.ts';

type Parts = Pick<AnalyticsParts, 'cache' | 'heavy' | 'shelf' | 'teller'>;

/** What an operator watches; read when it is asked for. */
export function analyticsMetrics(metrics: Metrics, parts: Parts): void {
  const registers = [metrics];
  outboxMetrics(metrics, () => [parts.teller.counts]);
  new Gauge({
    name: 'tidemark_analytics_series',
    help: 'series of closed bars that are kept, of one coin and interval each',
    registers,
    collect() {
      this.set(parts.shelf.all().length);
    },
  });
  new Counter({
    name: 'tidemark_analytics_answers_total',
    help: 'answers that were kept, made, or waited for together with an equal one',
    labelNames: ['result'],
    registers,
    collect() {
      this.reset();
      for (const [result, count] of Object.entries(parts.cache.counts)) this.inc({ result }, count);
    },
  });
  new Counter({
    name: 'tidemark_analytics_updates_total',
    help: 'updates of closed bars that were published',
    registers,
    collect() {
      this.reset();
      this.inc(parts.teller.counts.told);
    },
  });
  new Gauge({
    name: 'tidemark_analytics_heavy_waiting',
    help: 'matrices and backtests that wait for a thread',
    registers,
    collect() {
      this.set(parts.heavy.waiting);
    },
  });
}
