import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import type { PortfolioParts } from './assemble.ts';
import { assetRoutes } from './routes/asset-routes.ts';
import { assetSettingRoutes } from './routes/asset-setting-routes.ts';
import { balanceRoutes } from './routes/balance-routes.ts';
import { gainRoutes } from './routes/gain-routes.ts';
import { historyRoutes } from './routes/history-routes.ts';
import { howRoutes } from './routes/how-routes.ts';
import { exportRoutes } from './routes/export-routes.ts';
import { fileRoutes } from './routes/file-routes.ts';
import { importRoutes } from './routes/import-routes.ts';
import { mappingRoutes } from './routes/mapping-routes.ts';
import { knowPortfolios } from './routes/own-portfolio.ts';
import { portfolioChangeRoutes } from './routes/portfolio-change-routes.ts';
import { portfolioListRoutes } from './routes/portfolio-list-routes.ts';
import { targetRoutes } from './routes/target-routes.ts';
import { valuationRoutes } from './routes/valuation-routes.ts';
import { reportRoutes } from './routes/report-routes.ts';
import { transactionChangeRoutes } from './routes/transaction-change-routes.ts';
import { transactionRoutes } from './routes/transaction-routes.ts';
import { watchedCoinRoutes } from './routes/watched-coin-routes.ts';
import { watchlistRoutes } from './routes/watchlist-routes.ts';
import { knowWatchlists } from './routes/own-watchlist.ts';
import { uploadRoute } from './routes/upload-route.ts';

/** The service's routes, under `/api/portfolio` and `/api/watchlist`. */
export async function portfolioRoutes(
  fastify: FastifyInstance,
  parts: PortfolioParts,
): Promise<void> {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  knowPortfolios(app);
  knowWatchlists(app);
  portfolioListRoutes(app, parts);
  portfolioChangeRoutes(app, parts);
  transactionRoutes(app, parts);
  transactionChangeRoutes(app, parts);
  balanceRoutes(app, parts);
  assetRoutes(app, parts);
  watchlistRoutes(app, parts);
  watchedCoinRoutes(app, parts);
  targetRoutes(app, parts);
  historyRoutes(app, parts);
  valuationRoutes(app, parts);
  gainRoutes(app, parts);
  howRoutes(app, parts);
  assetSettingRoutes(app, parts);
  await uploadRoute(app, parts);
  fileRoutes(app, parts);
  importRoutes(app, parts);
  mappingRoutes(app, parts);
  exportRoutes(app, parts);
  reportRoutes(app, parts);
}
