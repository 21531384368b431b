import fastifyCookie from '@fastify/cookie';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { TooManyGuesses } from './delays/too-many-guesses.ts';
import { accountRoutes } from './routes/account-routes.ts';
import { adminRoutes } from './routes/admin-routes.ts';
import { apiKeyRoutes } from './routes/api-key-routes.ts';
import { credentialRoutes } from './routes/credential-routes.ts';
import { keysRoutes } from './routes/keys-routes.ts';
import { loginRoutes } from './routes/login-routes.ts';
import { passwordChangeRoutes } from './routes/password-change-routes.ts';
import { passwordResetRoutes } from './routes/password-reset-routes.ts';
import { preferencesRoutes } from './routes/preferences-routes.ts';
import { registerRoutes } from './routes/register-routes.ts';
import { securityEventRoutes } from './routes/security-event-routes.ts';
import { sessionListRoutes } from './routes/session-list-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { twoFactorRoutes } from './routes/two-factor-routes.ts';
import type { UsersParts } from './assemble.ts';

/** The service's routes, under `/api/users` and `/api/admin`. */
export async function usersRoutes(fastify: FastifyInstance, parts: UsersParts): Promise<void> {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  await app.register(fastifyCookie);
  sayWhenToRetry(app);
  registerRoutes(app, parts);
  loginRoutes(app, parts);
  sessionRoutes(app, parts);
  sessionListRoutes(app, parts);
  accountRoutes(app, parts);
  credentialRoutes(app, parts);
  keysRoutes(app, parts);
  twoFactorRoutes(app, parts);
  preferencesRoutes(app, parts);
  passwordResetRoutes(app, parts);
  passwordChangeRoutes(app, parts);
  apiKeyRoutes(app, parts);
  securityEventRoutes(app, parts);
  adminRoutes(app, parts);
}

function sayWhenToRetry(app: FastifyInstance): void {
  app.addHook('onError', async (_request, reply, error) => {
    if (error instanceof TooManyGuesses) reply.header('retry-after', String(error.retryAfterS));
  });
}
