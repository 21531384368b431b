import { Counter, type Metrics, outboxMetrics } from '@tidemark/telemetry/metrics';
import type { SentimentParts } from './assemble.ts';

/** What an operator watches; read when it is asked for. */
export function sentimentMetrics(
  metrics: Metrics,
  { reader, teller }: Pick<SentimentParts, 'reader' | 'teller'>,
): void {
  const registers = [metrics];
  outboxMetrics(metrics, () => [teller.counts]);
  new Counter({
    name: 'tidemark_news_readings_total',
    help: 'readings of news sources by what they came to',
    labelNames: ['result'],
    registers,
    collect() {
      this.reset();
      this.inc({ result: 'read' }, reader.counts.read);
      this.inc({ result: 'failed' }, reader.counts.failed);
    },
  });
  new Counter({
    name: 'tidemark_news_articles_total',
    help: 'articles that were added, and those that their source changed',
    labelNames: ['change'],
    registers,
    collect() {
      this.reset();
      this.inc({ change: 'added' }, reader.counts.added);
      this.inc({ change: 'changed' }, reader.counts.changed);
    },
  });
}
