import fastifyCookie from '@fastify/cookie';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import type { UsersParts } from './assemble.ts';
import { TooManyGuesses } from './delays/sign-in-delays.ts';
import { accountRoutes } from './routes/account-routes.ts';
import { adminRoutes } from './routes/admin-routes.ts';
import { apiKeyRoutes } from './routes/api-key-routes.ts';
import { credentialRoutes } from './routes/credential-routes.ts';
import { existingAccountRoutes } from './routes/existing-account-routes.ts';
import { passwordRoutes } from './routes/password-routes.ts';
import { preferencesRoutes } from './routes/preferences-routes.ts';
import { securityEventRoutes } from './routes/security-event-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { signInRoutes } from './routes/sign-in-routes.ts';
import { twoFactorRoutes } from './routes/two-factor-routes.ts';

/** The service's routes, under `/api/users` and `/api/admin`. */
export async function usersRoutes(fastify: FastifyInstance, parts: UsersParts): Promise<void> {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  await app.register(fastifyCookie);
  sayWhenToRetry(app);
  signInRoutes(app, parts);
  sessionRoutes(app, parts);
  accountRoutes(app, parts);
  credentialRoutes(app, parts);
  existingAccountRoutes(app, parts);
  twoFactorRoutes(app, parts);
  preferencesRoutes(app, parts.preferences);
  passwordRoutes(app, parts);
  apiKeyRoutes(app, parts.apiKeys);
  securityEventRoutes(app, parts);
  adminRoutes(app, parts);
}

function sayWhenToRetry(app: FastifyInstance): void {
  app.addHook('onError', async (_request, reply, error) => {
    if (error instanceof TooManyGuesses) reply.header('retry-after', String(error.retryAfterS));
  });
}
