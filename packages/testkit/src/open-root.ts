import { STRANGERS, type Visitors } from '@tidemark/http/addresses/visitors';
import { createRoot, type RootOptions } from '@tidemark/http/root/root';
import type { FrontDoor } from '@tidemark/service/service-module';
import { createLogger } from '@tidemark/telemetry/logger';
import { createMetrics } from '@tidemark/telemetry/metrics';

/** A front door that lets everybody in, as nobody in particular. */
export const OPEN_DOOR: FrontDoor = {
  prepare: () => undefined,
  admit: async () => undefined,
  answer: async () => undefined,
};

export interface TestRootOptions extends Partial<Omit<RootOptions, 'visitors'>> {
  /** What is believed of those who come; nothing where it is left out. */
  visitors?: Partial<Visitors>;
}

/** The product's HTTP root for a test, silent, ready and open to all; services mount their routes on it. */
export async function openRoot({ visitors, ...options }: TestRootOptions = {}): ReturnType<
  typeof createRoot
> {
  return createRoot({
    logger: createLogger({ level: 'silent' }),
    metrics: createMetrics(),
    readiness: () => ({ ready: true, modules: [] }),
    services: new Set(['gateway']),
    front: OPEN_DOOR,
    ...options,
    visitors: { ...STRANGERS, ...visitors },
  });
}
