import { BalancesSchema } from '@tidemark/contracts/balances';
import { PortfolioParamsSchema } from '@tidemark/contracts/portfolio';
import { askedTimeSchema } from '@tidemark/contracts/time';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import type { PortfolioParts } from '../assemble.ts';
import { balancesOf } from '../transactions/balances.ts';
import { ownPortfolio, portfolioOf } from './own-portfolio.ts';
import { ONE, tag } from './route-parts.ts';

/** What the transactions come to. */
export function balanceRoutes(app: TypedApp, parts: PortfolioParts): void {
  app.get(
    `${ONE}/balances`,
    {
      ...endpoint({
        id: 'getBalances',
        access: 'user',
        summary: 'What there is of each asset, in all and in each wallet: exact sums of movements',
        answers: 'Balances',
        tag,
        params: PortfolioParamsSchema,
        query: Type.Object({
          at: Type.Optional(askedTimeSchema('balances after what happened up to this')),
          zeros: Type.Optional(
            Type.Boolean({ default: false, description: 'balances of zero too' }),
          ),
        }),
        data: BalancesSchema,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => {
      const { id } = portfolioOf(request);
      return ok(request, await balancesOf(parts.db, id, request.query));
    },
  );
}
