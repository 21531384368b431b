import { defineService } from '@tidemark/service/service-module';
import { configSchema } from './config.ts';
import { MarketData } from './market-data.ts';
import { migrations } from './migrations/index.ts';

/** Live prices and candles from the exchanges. */
export const marketData = defineService({
  name: 'market-data',
  needs: ['database', 'cache', 'bus'],
  configSchema,
  migrations,
  create: (ctx) => new MarketData(ctx),
});
