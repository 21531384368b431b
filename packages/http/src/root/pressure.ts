import underPressure from '@fastify/under-pressure';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Readiness } from '@tidemark/contracts/health';
import type { FastifyInstance } from 'fastify';
import { isApiRequest } from './addressed.ts';

/** Requests to the API are refused while the event loop is later than this on average, ms. */
const MAX_DELAY_MS = 2_000;
/** A sample without a single measurement counts as an infinite delay, so that it must be longer than the limit, ms. */
const SAMPLE_MS = 2_500;
const LOOK_EVERY_MS = 250;

/**
 * Refuses what the process cannot answer in time with NOT_READY. A start loads code and is late with everything for
 * seconds; what was measured before it was over says nothing about the load.
 */
export async function refuseUnderPressure(
  app: FastifyInstance,
  readiness: () => Readiness,
): Promise<void> {
  const hasSettled = settling(app, readiness);
  await app.register(underPressure, {
    maxEventLoopDelay: MAX_DELAY_MS,
    sampleInterval: SAMPLE_MS,
    retryAfter: 5,
    pressureHandler: (request) => {
      if (!hasSettled() || !isApiRequest(request)) return;
      throw new TidemarkError('NOT_READY', 'overloaded');
    },
  });
}

/** Tells whether the process has been ready for so long that the last sample began after its start. */
function settling(app: FastifyInstance, readiness: () => Readiness): () => boolean {
  let readySince: number | null = null;
  const timer = setInterval(() => {
    if (!readiness().ready) return;
    readySince = performance.now();
    clearInterval(timer);
  }, LOOK_EVERY_MS);
  timer.unref();
  app.addHook('onClose', async () => clearInterval(timer));
  // A sample may have begun just before, and holds until the next one is taken.
  return () => readySince !== null && performance.now() - readySince > 2 * SAMPLE_MS;
}
