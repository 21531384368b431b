import { defineService } from '@tidemark/service/service-module';
import { configSchema } from './config.ts';
import { migrations } from './migrations/index.ts';
import { SentimentService } from './sentiment-service.ts';

/** News: what is told of coins, what it sounds like, and how sure that is. */
export const sentiment = defineService({
  name: 'sentiment',
  needs: ['database', 'cache', 'bus'],
  configSchema,
  migrations,
  create: (ctx) => new SentimentService(ctx),
});
