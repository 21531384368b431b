import { LoginSchema, SignedInSchema } from '@tidemark/contracts/session';
import { endpoint, ok } from '@tidemark/service/reply';
import { callerOf } from '../audit/caller.ts';
import type { UsersParts } from '../assemble.ts';
import type { TypedApp } from '@tidemark/service/typed-app';
import { tag } from './route-parts.ts';
import { signedIn } from './signed-in.ts';

/** Signing in. */
export function loginRoutes(app: TypedApp, parts: UsersParts): void {
  app.post(
    '/api/users/login',
    endpoint({
      id: 'login',
      answers: 'A session, and tokens for it',
      refuses: ['UNAUTHORIZED', 'SECOND_FACTOR_REQUIRED'],
      access: 'public',
      summary: 'Sign in by email or username',
      tag,
      body: LoginSchema,
      data: SignedInSchema,
    }),
    async (request, reply) => {
      const as = await parts.signIn.signIn(request.body, callerOf(request));
      return ok(request, await signedIn(parts, request, reply, as));
    },
  );
}
