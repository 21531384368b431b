import { TidemarkError } from '@tidemark/contracts/errors';
import { CSRF_HEADER } from '@tidemark/contracts/session';
import type { FastifyRequest } from 'fastify';
import type { CsrfTokens } from '../tokens/csrf-token.ts';
import { refreshTokenOf } from '../tokens/session-cookies.ts';

/**
 * The refresh token in the request's cookie; null where there is none.
 * @throws TidemarkError FORBIDDEN where the request does not carry the CSRF token that belongs to it
 */
export function provenCookie(request: FastifyRequest, csrf: CsrfTokens): string | null {
  const token = refreshTokenOf(request);
  if (token === null) return null;
  if (hasProof(request, token, csrf)) return token;
  throw new TidemarkError('FORBIDDEN', `Send the CSRF token of the session as ${CSRF_HEADER}.`);
}

/** Whether a request carries the CSRF token that belongs to a refresh token. */
export function hasProof(request: FastifyRequest, token: string, csrf: CsrfTokens): boolean {
  const given = request.headers[CSRF_HEADER];
  return csrf.matches(token, typeof given === 'string' ? given : undefined);
}
