import { TidemarkError } from '@tidemark/contracts/errors';
import { PortfolioParamsSchema } from '@tidemark/contracts/portfolio';
import { TransactionFilterSchema } from '@tidemark/contracts/portfolio-transaction';
import {
  FigureSchema,
  HowSchema,
  MethodQuerySchema,
  type PortfolioFigure,
} from '@tidemark/contracts/portfolio-value';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import type { PortfolioParts } from '../assemble.ts';
import { assetOf } from '../entries/entry-values.ts';
import { refusedFields } from '@tidemark/service/refused-fields';
import { ownPortfolio, portfolioOf } from './own-portfolio.ts';
import { ONE, tag } from './route-parts.ts';

/** Figures of the whole: no asset has one of its own. */
const OF_ALL: readonly PortfolioFigure[] = ['gained', 'time_weighted', 'money_weighted'];

/** How figures were computed. */
export function howRoutes(app: TypedApp, parts: PortfolioParts): void {
  figureRoute(app, parts);
  disposalRoute(app, parts);
}

function figureRoute(app: TypedApp, parts: PortfolioParts): void {
  app.get(
    `${ONE}/how/:figure`,
    {
      ...endpoint({
        id: 'getHowComputed',
        answers: 'The figure, and what it is the sum of',
        access: 'user',
        summary: 'How a figure was computed: its inputs, method, convention and rows',
        tag,
        params: Type.Object({ ...PortfolioParamsSchema.properties, figure: FigureSchema }),
        query: Type.Object({
          ...MethodQuerySchema.properties,
          asset: Type.Optional({
            ...TransactionFilterSchema.properties.asset,
            description: 'of this asset alone; not of what is of the whole',
          }),
        }),
        data: HowSchema,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => {
      const { figure } = request.params;
      const { method, asset } = request.query;
      if (asset !== undefined && OF_ALL.includes(figure)) {
        throw refusedFields([{ field: 'query.asset', reason: `${figure} is of the whole` }]);
      }
      const wanted = { figure, asset: asset && assetOf(asset) };
      const portfolio = portfolioOf(request);
      const { told, computed } = await parts.valuations.ask(portfolio, method, 'how', wanted);
      return ok(request, { ...computed, ...told });
    },
  );
}

function disposalRoute(app: TypedApp, parts: PortfolioParts): void {
  app.get(
    `${ONE}/disposals/:n/how`,
    {
      ...endpoint({
        id: 'getHowDisposalComputed',
        answers: 'The gain, and what it is the sum of',
        access: 'user',
        summary: 'How the gain of one disposal was computed',
        tag,
        params: Type.Object({
          ...PortfolioParamsSchema.properties,
          n: Type.Integer({ minimum: 0, description: '`n` of the disposal' }),
        }),
        query: MethodQuerySchema,
        data: HowSchema,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => {
      const portfolio = portfolioOf(request);
      const { method } = request.query;
      const { n } = request.params;
      const asked = await parts.valuations.ask(portfolio, method, 'howOfDisposal', n);
      const { told, computed } = asked;
      if (!told) throw new TidemarkError('RESOURCE_NOT_FOUND', 'No such disposal.');
      return ok(request, { ...computed, ...told });
    },
  );
}
