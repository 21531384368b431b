import { RegistrationStateSchema } from '@tidemark/contracts/account';
import { RegistrationSchema, SignedInSchema, LoginSchema } from '@tidemark/contracts/session';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import type { UsersParts } from '../assemble.ts';
import { callerOf } from '../audit/caller.ts';

type Parts = Pick<UsersParts, 'registrations' | 'sessionReplies' | 'signIn'>;

/** Making an account, and signing in. */
export function signInRoutes(app: TypedApp, parts: Parts): void {
  registerRoutes(app, parts);
  loginRoute(app, parts);
}

function registerRoutes(app: TypedApp, { registrations, sessionReplies }: Parts): void {
  app.get(
    '/api/users/registration',
    endpoint({
      id: 'getRegistration',
      access: 'public',
      summary: 'Whether anyone may make an account',
      tag: 'users',
      data: RegistrationStateSchema,
    }),
    async (request) => ok(request, await registrations.state()),
  );

  app.post(
    '/api/users/register',
    endpoint({
      id: 'register',
      answers: 'A session, and tokens for it',
      refuses: ['CONFLICT', 'FORBIDDEN'],
      access: 'public',
      summary: 'Make an account and sign in; the first one is the administrator',
      tag: 'users',
      body: RegistrationSchema,
      data: SignedInSchema,
      status: 201,
    }),
    async (request, reply) => {
      const made = await registrations.register(request.body, callerOf(request));
      const data = await sessionReplies.give(request, reply, made);
      return reply.code(201).send(ok(request, data));
    },
  );
}

function loginRoute(app: TypedApp, { sessionReplies, signIn }: Parts): void {
  app.post(
    '/api/users/login',
    endpoint({
      id: 'login',
      answers: 'A session, and tokens for it',
      refuses: ['UNAUTHORIZED', 'SECOND_FACTOR_REQUIRED'],
      access: 'public',
      summary: 'Sign in by email or username',
      tag: 'users',
      body: LoginSchema,
      data: SignedInSchema,
    }),
    async (request, reply) => {
      const as = await signIn.signIn(request.body, callerOf(request));
      return ok(request, await sessionReplies.give(request, reply, as));
    },
  );
}
