import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import type { AnalyticsParts } from './assemble.ts';
import { backtestRoutes } from './routes/backtest-routes.ts';
import { dailyRoutes } from './routes/daily-routes.ts';
import { indicatorRoutes } from './routes/indicator-routes.ts';
import { marketViewRoutes, moodRoutes } from './routes/market-view-routes.ts';
import { statisticsRoutes } from './routes/statistics-routes.ts';

/** The service's routes, under `/api/analytics`. */
export async function analyticsRoutes(
  fastify: FastifyInstance,
  parts: AnalyticsParts,
): Promise<void> {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  indicatorRoutes(app, parts.answers);
  statisticsRoutes(app, parts.answers);
  marketViewRoutes(app, parts.marketAnswers);
  moodRoutes(app, parts.marketAnswers);
  dailyRoutes(app, parts);
  backtestRoutes(app, parts.backtests);
}
