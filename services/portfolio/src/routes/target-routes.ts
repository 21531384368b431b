import { PortfolioParamsSchema } from '@tidemark/contracts/portfolio';
import { TargetsRequestSchema, TargetsSchema } from '@tidemark/contracts/portfolio-history';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import type { PortfolioParts } from '../assemble.ts';
import { checkedTargets } from '../targets/targets.ts';
import { etagOf, wantedVersions } from '@tidemark/service/if-match';
import { ownPortfolio, portfolioOf } from './own-portfolio.ts';
import { ONE, tag, VersionHeaders } from './route-parts.ts';

/** The shares that somebody wants of each asset. */
export function targetRoutes(app: TypedApp, parts: PortfolioParts): void {
  app.get(
    `${ONE}/targets`,
    {
      ...endpoint({
        id: 'getTargets',
        access: 'user',
        summary: 'Shares that are wanted, in percent of the value of all',
        answers: 'The shares; none is an empty list',
        tag,
        isVersioned: true,
        params: PortfolioParamsSchema,
        data: TargetsSchema,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request, reply) => {
      const { targets, targets_version: version } = portfolioOf(request);
      return reply.header('etag', etagOf({ version })).send(ok(request, { targets }));
    },
  );
  replaceRoute(app, parts);
}

function replaceRoute(app: TypedApp, parts: PortfolioParts): void {
  app.put(
    `${ONE}/targets`,
    {
      ...endpoint({
        id: 'replaceTargets',
        answers: 'The shares as they are now',
        refuses: ['PRECONDITION_FAILED'],
        access: 'user',
        summary:
          'Put other shares in the place of those that are wanted; an empty list removes them',
        tag,
        headers: VersionHeaders,
        isVersioned: true,
        params: PortfolioParamsSchema,
        body: TargetsRequestSchema,
        data: TargetsSchema,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request, reply) => {
      const { id } = portfolioOf(request);
      const wanted = wantedVersions(request.headers['if-match'] ?? '');
      const { version, targets } = await parts.targets.replace(
        id,
        wanted,
        checkedTargets(request.body),
      );
      return reply.header('etag', etagOf({ version })).send(ok(request, { targets }));
    },
  );
}
