import { ACCESS_TOKEN_S, type SignedIn } from '@tidemark/contracts/session';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toUser } from '../account/account.ts';
import type { SignedInAs } from '../accounts/sign-in.ts';
import { setSessionCookies } from '../tokens/session-cookies.ts';
import type { UsersParts } from '../assemble.ts';

/** What whoever has signed in gets, and the cookies beside it. */
export async function signedIn(
  { accessTokens, csrf }: Pick<UsersParts, 'accessTokens' | 'csrf'>,
  request: FastifyRequest,
  reply: FastifyReply,
  { account, grant }: SignedInAs,
): Promise<SignedIn> {
  const { sessionId, refreshToken } = grant;
  const token = await accessTokens.issue({ userId: account.id, role: account.role, sessionId });
  const csrfToken = csrf.of(refreshToken);
  setSessionCookies(request, reply, { refresh: refreshToken, csrf: csrfToken });
  reply.header('cache-control', 'no-store');
  return {
    user_id: account.id,
    access_token: token,
    token_type: 'Bearer',
    expires_in: ACCESS_TOKEN_S,
    csrf_token: csrfToken,
    ...(isBrowser(request) ? {} : { refresh_token: refreshToken }),
    user: toUser(account),
  };
}

/** Browsers say where a request comes from; a script of theirs must not read the refresh token. */
function isBrowser({ headers }: FastifyRequest): boolean {
  return headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
}
