import { expect, test } from 'vitest';
import { createMetrics, outboxMetrics } from './metrics.ts';

test('services of one process count their outboxes in one registry', async () => {
  const metrics = createMetrics();
  for (const topic of ['candles', 'analytics_updates']) {
    outboxMetrics(metrics, () => [{ topic, waiting: 2, refused: 1, dropped: 0 }]);
  }
  const text = await metrics.metrics();
  for (const topic of ['candles', 'analytics_updates']) {
    expect(text).toContain(`tidemark_outbox_waiting{topic="${topic}"} 2`);
    expect(text).toContain(`tidemark_outbox_refused_total{topic="${topic}"} 1`);
  }
});
