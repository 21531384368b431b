import { defineService } from '@tidemark/service/service-module';
import { configSchema } from './config.ts';
import { migrations } from './migrations/index.ts';
import { PortfolioService } from './portfolio-service.ts';

/** Portfolios: their transactions, and what these come to. */
export const portfolio = defineService({
  name: 'portfolio',
  needs: ['database', 'cache', 'bus'],
  configSchema,
  migrations,
  create: (ctx) => new PortfolioService(ctx),
});
