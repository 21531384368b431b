import type { Cache } from '@tidemark/cache/cache';
import { ok } from '@tidemark/service/reply';
import { createLogger } from '@tidemark/telemetry/logger';
import { createMetrics } from '@tidemark/telemetry/metrics';
import type { FastifyInstance } from 'fastify';
import { RateLimiter } from '../../src/limits/rate-limiter.ts';
import { createRoot, type RootOptions } from '../../src/root/root.ts';
import { OPEN } from './open-route.ts';

export const LIMITS = {
  RATE_LIMIT_GENERAL_PER_MIN: 100,
  RATE_LIMIT_AUTH_PER_MIN: 5,
  RATE_LIMIT_DATA_PER_MIN: 1_000,
};

/** A gateway's root with its limits and routes of each class. `x-test-user` says who asks. */
export async function limitedRoot(
  cache: Pick<Cache, 'takeToken'>,
  options: Partial<RootOptions> = {},
): Promise<FastifyInstance> {
  const metrics = createMetrics();
  const app = await createRoot({
    logger: createLogger({ level: 'silent' }),
    metrics,
    readiness: () => ({ ready: true, modules: [] }),
    ...options,
  });
  const limiter = new RateLimiter({ cache, config: LIMITS, metrics });
  app.frontDoor.admit = async (request, reply) => {
    const userId = request.headers['x-test-user'];
    if (typeof userId === 'string') {
      request.identity = { userId, role: 'user', sessionId: 's', scope: 'read_write' };
    }
    await limiter.limit(request, reply);
  };
  app.get('/api/things', OPEN, (request) => ok(request, 'things'));
  app.get('/api/market/coins', OPEN, (request) => ok(request, 'coins'));
  app.post('/api/users/login', OPEN, (request) => ok(request, 'in'));
  app.get('/page', () => 'page');
  return app;
}
