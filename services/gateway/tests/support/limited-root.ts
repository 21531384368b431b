import type { Cache } from '@tidemark/cache/cache';
import type { FrontDoor } from '@tidemark/service/service-module';
import { ok } from '@tidemark/service/reply';
import { createMetrics } from '@tidemark/telemetry/metrics';
import type { FastifyInstance } from 'fastify';
import { RateLimiter } from '../../src/limits/rate-limiter.ts';
import { OPEN_DOOR, openRoot, type TestRootOptions } from '@tidemark/testkit/open-root';
import { OPEN } from '@tidemark/testkit/open-route';

export const LIMITS = {
  RATE_LIMIT_GENERAL_PER_MIN: 100,
  RATE_LIMIT_AUTH_PER_MIN: 5,
  RATE_LIMIT_DATA_PER_MIN: 1_000,
};

/** A gateway's root with its limits and routes of each class. `x-test-user` says who asks. */
export async function limitedRoot(
  cache: Pick<Cache, 'takeToken'>,
  options: TestRootOptions = {},
): Promise<FastifyInstance> {
  const metrics = createMetrics();
  const limiter = new RateLimiter({ cache, config: LIMITS, metrics });
  const front: FrontDoor = {
    ...OPEN_DOOR,
    admit: async (request, reply) => {
      const userId = request.headers['x-test-user'];
      if (typeof userId === 'string') {
        request.identity = { userId, role: 'user', sessionId: 's', scope: 'read_write' };
      }
      await limiter.limit(request, reply);
    },
  };
  const app = await openRoot({ metrics, front, ...options });
  app.get('/api/things', OPEN, (request) => ok(request, 'things'));
  app.get('/api/market/coins', OPEN, (request) => ok(request, 'coins'));
  app.post('/api/users/login', OPEN, (request) => ok(request, 'in'));
  app.get('/page', () => 'page');
  return app;
}
