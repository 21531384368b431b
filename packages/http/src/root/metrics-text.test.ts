import { createMetrics } from '@tidemark/telemetry/metrics';
import { expect, test, vi } from 'vitest';
import { metricsText } from './metrics-text.ts';

test('whoever asks within a second gets what was written already', async () => {
  const metrics = createMetrics();
  const write = vi.spyOn(metrics, 'metrics');
  const text = metricsText(metrics);
  const texts = await Promise.all([text(), text(), text()]);
  expect(new Set(texts).size).toBe(1);
  expect(write).toHaveBeenCalledTimes(1);
});
