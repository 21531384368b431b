import { defineService } from '@tidemark/service/service-module';
import { configSchema } from './config.ts';
import { migrations } from './migrations/index.ts';
import { Users } from './users.ts';

/** Accounts, sessions, keys: who somebody is, told to the gateway. */
export const users = defineService({
  name: 'users',
  needs: ['database', 'cache', 'secret'],
  configSchema,
  migrations,
  create: (ctx) => new Users(ctx),
});
