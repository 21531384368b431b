import type { Identity } from '@tidemark/service/identity/identity';
import { OPEN_DOOR, openRoot } from '@tidemark/testkit/open-root';
import type { FastifyInstance } from 'fastify';
import type { PortfolioParts } from '../../src/assemble.ts';
import { portfolioRoutes } from '../../src/plugin.ts';

/** Says who asks, as the gateway would: an `Identity` as JSON. */
export const AS_HEADER = 'x-test-identity';

/** The service's routes on the root of every process. */
export async function mountPortfolio(parts: PortfolioParts): Promise<FastifyInstance> {
  const app = await openRoot({
    front: {
      ...OPEN_DOOR,
      admit: async (request) => {
        const as = request.headers[AS_HEADER];
        if (typeof as === 'string') request.identity = JSON.parse(as) as Identity;
      },
    },
  });
  await app.register((scope) => portfolioRoutes(scope, parts));
  await app.ready();
  return app;
}
