import type { Identity } from '@tidemark/service/identity/identity';
import { OPEN_DOOR, openRoot } from '@tidemark/testkit/open-root';
import type { FastifyInstance } from 'fastify';
import type { PortfolioParts } from '../../src/assemble.ts';
import { portfolioRoutes } from '../../src/plugin.ts';
import type { MadeMarket } from './made-market.ts';

/** Says who asks, as the gateway would: an `Identity` as JSON. */
export const AS_HEADER = 'x-test-identity';

/** The service's routes on the root of every process, and those of a market-data, if there is one. */
export async function mountPortfolio(
  parts: PortfolioParts,
  market?: MadeMarket,
): Promise<FastifyInstance> {
  const app = await openRoot({
    services: new Set(['gateway', 'portfolio', 'market-data']),
    front: {
      ...OPEN_DOOR,
      admit: async (request) => {
        const as = request.headers[AS_HEADER];
        if (typeof as === 'string') request.identity = JSON.parse(as) as Identity;
      },
    },
  });
  parts.link.mount(app);
  await app.register((scope) => portfolioRoutes(scope, parts));
  if (market) await app.register(async (scope) => market.mount(scope));
  await app.ready();
  return app;
}
