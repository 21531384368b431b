import { createRoot } from '@tidemark/gateway/root/root';
import type { ProcessIdentity } from '@tidemark/service/service-module';
import { createLogger } from '@tidemark/telemetry/logger';
import { createMetrics } from '@tidemark/telemetry/metrics';

/** The product's HTTP root for a test, silent and ready; services mount their routes on it. */
export async function openRoot(process: ProcessIdentity): ReturnType<typeof createRoot> {
  return createRoot({
    logger: createLogger({ level: 'silent' }),
    metrics: createMetrics(),
    readiness: () => ({ ready: true, modules: [] }),
    process,
  });
}
