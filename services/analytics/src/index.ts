import { defineService } from '@tidemark/service/service-module';
import { Analytics } from './analytics.ts';
import { configSchema } from './config.ts';
import { migrations } from './migrations/index.ts';

/** Indicators, volatility, correlation and risk, computed as candles close. */
export const analytics = defineService({
  name: 'analytics',
  needs: ['database', 'cache', 'bus'],
  configSchema,
  migrations,
  create: (ctx) => new Analytics(ctx),
});
