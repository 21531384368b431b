import type { FastifyReply, FastifyRequest } from 'fastify';
import { clearSessionCookies, refreshTokenOf } from '../tokens/session-cookies.ts';
import type { UsersParts } from '../assemble.ts';
import { hasProof } from './session-proof.ts';

/**
 * Takes the session's cookies away from a browser whose account has signed out. Those of somebody else stay, unless their
 * CSRF token shows that a page of theirs asks.
 */
export async function forgetCookieOf(
  userId: string,
  { csrf, signingOut }: Pick<UsersParts, 'csrf' | 'signingOut'>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const token = refreshTokenOf(request);
  if (token === null) return;
  const owner = hasProof(request, token, csrf) ? null : await signingOut.ownerOf(token);
  if (owner === null || owner.userId === userId) clearSessionCookies(request, reply);
}
