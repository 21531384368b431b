import {
  PortfolioChangeSchema,
  PortfolioParamsSchema,
  PortfolioSchema,
} from '@tidemark/contracts/portfolio';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import type { PortfolioParts } from '../assemble.ts';
import { checkedPortfolio, toPortfolio } from '../portfolios/portfolio.ts';
import { etagOf, wantedVersions } from '@tidemark/service/if-match';
import { answerOnce } from './answer-once.ts';
import { ownPortfolio, portfolioOf } from './own-portfolio.ts';
import {
  ONE,
  OptionalVersionHeaders,
  RepeatableHeaders,
  tag,
  VersionHeaders,
} from './route-parts.ts';

/** Changing a portfolio, deleting it and bringing it back. */
export function portfolioChangeRoutes(app: TypedApp, parts: PortfolioParts): void {
  changeRoute(app, parts);
  deleteRoute(app, parts);
  restoreRoute(app, parts);
}

function changeRoute(app: TypedApp, parts: PortfolioParts): void {
  app.patch(
    ONE,
    {
      ...endpoint({
        id: 'updatePortfolio',
        answers: 'The portfolio as it is now',
        refuses: ['PRECONDITION_FAILED'],
        access: 'user',
        summary: 'Change the name or the currency; what is left out stays as it is',
        tag,
        headers: VersionHeaders,
        isVersioned: true,
        params: PortfolioParamsSchema,
        body: PortfolioChangeSchema,
        data: PortfolioSchema,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request, reply) => {
      const portfolio = portfolioOf(request);
      const wanted = wantedVersions(request.headers['if-match'] ?? '');
      const change = checkedPortfolio(request.body);
      const row = await parts.portfolios.change(portfolio, wanted, change);
      return reply.header('etag', etagOf(row)).send(ok(request, toPortfolio(row)));
    },
  );
}

function deleteRoute(app: TypedApp, parts: PortfolioParts): void {
  app.delete(
    ONE,
    {
      ...endpoint({
        id: 'deletePortfolio',
        answers: 'The portfolio as it was put away',
        refuses: ['PRECONDITION_FAILED'],
        access: 'user',
        summary: 'Delete a portfolio; it can be restored',
        tag,
        headers: OptionalVersionHeaders,
        params: PortfolioParamsSchema,
        data: PortfolioSchema,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => {
      const portfolio = portfolioOf(request);
      const wanted = wantedVersions(request.headers['if-match'] ?? '*');
      return ok(request, toPortfolio(await parts.portfolios.remove(portfolio, wanted)));
    },
  );
}

function restoreRoute(app: TypedApp, parts: PortfolioParts): void {
  app.post(
    `${ONE}/restore`,
    {
      ...endpoint({
        id: 'restorePortfolio',
        answers: 'The portfolio as it is now',
        refuses: ['CONFLICT'],
        access: 'user',
        summary: 'Bring a deleted portfolio back; one that is not deleted stays as it is',
        tag,
        headers: RepeatableHeaders,
        isVersioned: true,
        params: PortfolioParamsSchema,
        data: PortfolioSchema,
      }),
      preValidation: ownPortfolio(parts, 'restorable'),
    },
    async (request, reply) => {
      const portfolio = portfolioOf(request);
      const answer = await answerOnce(parts, request, async (trx) =>
        toPortfolio(await parts.portfolios.restore(trx, portfolio)),
      );
      return reply.header('etag', etagOf(answer.data)).send(answer);
    },
  );
}
