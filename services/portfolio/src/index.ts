import { defineService } from '@tidemark/service/service-module';
import Type from 'typebox';
import { migrations } from './migrations/index.ts';
import { PortfolioService } from './portfolio-service.ts';

/** Portfolios: their transactions, and the balances that these come to. */
export const portfolio = defineService({
  name: 'portfolio',
  needs: ['database'],
  configSchema: Type.Object({}),
  migrations,
  create: (ctx) => new PortfolioService(ctx),
});
