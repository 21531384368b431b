import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import type { PortfolioParts } from './assemble.ts';
import { balanceRoutes } from './routes/balance-routes.ts';
import { knowPortfolios } from './routes/own-portfolio.ts';
import { portfolioChangeRoutes } from './routes/portfolio-change-routes.ts';
import { portfolioListRoutes } from './routes/portfolio-list-routes.ts';
import { transactionChangeRoutes } from './routes/transaction-change-routes.ts';
import { transactionRoutes } from './routes/transaction-routes.ts';

/** The service's routes, under `/api/portfolio`. */
export async function portfolioRoutes(
  fastify: FastifyInstance,
  parts: PortfolioParts,
): Promise<void> {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  knowPortfolios(app);
  portfolioListRoutes(app, parts);
  portfolioChangeRoutes(app, parts);
  transactionRoutes(app, parts);
  transactionChangeRoutes(app, parts);
  balanceRoutes(app, parts);
}
