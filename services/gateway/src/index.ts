import { defineService } from '@tidemark/service/service-module';
import { configSchema } from './config.ts';
import { Gateway } from './gateway.ts';

/** The way in: who asks and how often, the web app, the streams, and the way to services in other processes. */
export const gateway = defineService({
  name: 'gateway',
  needs: ['cache', 'bus'],
  configSchema,
  migrations: {},
  create: (ctx) => new Gateway(ctx),
});
