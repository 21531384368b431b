import { PortfolioParamsSchema } from '@tidemark/contracts/portfolio';
import {
  ContributionSchema,
  DaysQuerySchema,
  HistorySchema,
  PortfolioRiskSchema,
} from '@tidemark/contracts/portfolio-history';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import type { PortfolioParts } from '../assemble.ts';
import { BITCOIN } from '../history/day-prices.ts';
import { givesCsv, sendCsv } from './csv.ts';
import { readDays } from './day-range.ts';
import { ownPortfolio, portfolioOf } from './own-portfolio.ts';
import { ONE, tag } from './route-parts.ts';

/** What was there day by day, and what follows from it. */
export function historyRoutes(app: TypedApp, parts: PortfolioParts): void {
  historyRoute(app, parts);
  historyFileRoute(app, parts);
  riskRoute(app, parts);
  contributionRoute(app, parts);
}

/** What histories are compared with. */
const BESIDES = [BITCOIN];
/** The method is the portfolio's own. */
const own = undefined;

const common = { access: 'user', tag, params: PortfolioParamsSchema } as const;

function historyRoute(app: TypedApp, parts: PortfolioParts): void {
  app.get(
    `${ONE}/history`,
    {
      ...endpoint({
        ...common,
        id: 'getPortfolioHistory',
        summary:
          'What it was worth on each day, against bitcoin, money and equal parts of its coins',
        answers: 'A point a day, and the days on which a price is missing',
        query: DaysQuerySchema,
        data: HistorySchema,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => {
      const portfolio = portfolioOf(request);
      const range = readDays(request.query);
      const { told, computed } = await parts.valuations.ask(
        portfolio,
        own,
        'history',
        range,
        BESIDES,
      );
      const { portfolio_id, currency } = computed;
      return ok(request, { portfolio_id, currency, ...told });
    },
  );
}

function historyFileRoute(app: TypedApp, parts: PortfolioParts): void {
  const described = endpoint({
    ...common,
    id: 'getPortfolioHistoryFile',
    summary: 'The same as CSV',
    query: DaysQuerySchema,
    data: HistorySchema,
  });
  app.get(
    `${ONE}/history.csv`,
    {
      ...givesCsv(described, 'A line a day, oldest first, under a header'),
      preValidation: ownPortfolio(parts),
    },
    async (request, reply) => {
      const portfolio = portfolioOf(request);
      const range = readDays(request.query);
      const { told } = await parts.valuations.ask(portfolio, own, 'historyFile', range, BESIDES);
      return sendCsv(reply, 'history.csv', told);
    },
  );
}

function riskRoute(app: TypedApp, parts: PortfolioParts): void {
  app.get(
    `${ONE}/risk`,
    {
      ...endpoint({
        ...common,
        id: 'getPortfolioRisk',
        summary:
          'Volatility, drawdown, value at risk and correlation with bitcoin, of daily returns',
        answers: 'The figures; what too few days say nothing of is null',
        data: PortfolioRiskSchema,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => {
      const portfolio = portfolioOf(request);
      const { told, computed } = await parts.valuations.ask(portfolio, own, 'risk', null, BESIDES);
      return ok(request, { portfolio_id: computed.portfolio_id, ...told });
    },
  );
}

function contributionRoute(app: TypedApp, parts: PortfolioParts): void {
  app.get(
    `${ONE}/contributions`,
    {
      ...endpoint({
        ...common,
        id: 'getContributions',
        summary:
          'What each asset gained, the best first; together they are what the portfolio gained',
        answers: 'A gain for each asset that was held',
        query: DaysQuerySchema,
        data: Type.Array(ContributionSchema),
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => {
      const portfolio = portfolioOf(request);
      const range = readDays(request.query);
      const { told } = await parts.valuations.ask(portfolio, own, 'contributions', range, BESIDES);
      return ok(request, told);
    },
  );
}
