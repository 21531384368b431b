import { RegistrationStateSchema } from '@tidemark/contracts/account';
import { RegistrationSchema, SignedInSchema } from '@tidemark/contracts/session';
import { endpoint, ok } from '@tidemark/service/reply';
import { callerOf } from '../audit/caller.ts';
import type { UsersParts } from '../assemble.ts';
import type { TypedApp } from '@tidemark/service/typed-app';
import { tag } from './route-parts.ts';
import { signedIn } from './signed-in.ts';

/** Making an account. */
export function registerRoutes(app: TypedApp, parts: UsersParts): void {
  app.get(
    '/api/users/registration',
    endpoint({
      id: 'getRegistration',
      access: 'public',
      summary: 'Whether anyone may make an account',
      tag,
      data: RegistrationStateSchema,
    }),
    async (request) => ok(request, await parts.registrations.state()),
  );

  app.post(
    '/api/users/register',
    endpoint({
      id: 'register',
      answers: 'A session, and tokens for it',
      refuses: ['CONFLICT', 'FORBIDDEN'],
      access: 'public',
      summary: 'Make an account and sign in; the first one is the administrator',
      tag,
      body: RegistrationSchema,
      data: SignedInSchema,
      status: 201,
    }),
    async (request, reply) => {
      const made = await parts.registrations.register(request.body, callerOf(request));
      const data = await signedIn(parts, request, reply, made);
      return reply.code(201).send(ok(request, data));
    },
  );
}
