import type { Metrics } from '@tidemark/telemetry/metrics';

/** What was written is good for so long, ms: writing it takes tens of them, and anybody may ask. */
const FRESH_MS = 1_000;

/** Writes the metrics, once a second at most. */
export function metricsText(metrics: Metrics): () => Promise<string> {
  let text: Promise<string> | undefined;
  let writtenAt = -Infinity;
  return () => {
    const now = performance.now();
    if (!text || now - writtenAt >= FRESH_MS) {
      writtenAt = now;
      text = metrics.metrics();
    }
    return text;
  };
}
