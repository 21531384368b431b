import { TidemarkError } from '@tidemark/contracts/errors';
import { ACCESS_TOKEN_S, CSRF_HEADER, type SignedIn } from '@tidemark/contracts/session';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toUser } from '../account/account.ts';
import type { AccessTokens } from '../tokens/access-tokens.ts';
import type { CsrfTokens } from '../tokens/csrf-token.ts';
import {
  clearSessionCookies,
  refreshTokenOf,
  setSessionCookies,
} from '../tokens/session-cookies.ts';
import type { SignedInAs } from './sessions.ts';
import type { SigningOut } from './signing-out.ts';

interface Parts {
  accessTokens: AccessTokens;
  csrf: CsrfTokens;
  signingOut: SigningOut;
}

/** What of a session goes to a client and comes back from it: its tokens, in a body or in a browser's cookies. */
export class SessionReplies {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What whoever has signed in gets, and the cookies beside it. */
  async give(
    request: FastifyRequest,
    reply: FastifyReply,
    { account, grant: { sessionId, refreshToken } }: SignedInAs,
  ): Promise<SignedIn> {
    const { accessTokens, csrf } = this.#parts;
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

  /**
   * The refresh token in the request's cookie; null where there is none.
   * @throws TidemarkError FORBIDDEN where the request does not carry the CSRF token that belongs to it
   */
  provenCookie(request: FastifyRequest): string | null {
    const token = refreshTokenOf(request);
    if (token === null || this.hasProof(request, token)) return token;
    throw new TidemarkError('FORBIDDEN', `Send the CSRF token of the session as ${CSRF_HEADER}.`);
  }

  /** Whether a request carries the CSRF token that belongs to a refresh token. */
  hasProof(request: FastifyRequest, token: string): boolean {
    const given = request.headers[CSRF_HEADER];
    return this.#parts.csrf.matches(token, typeof given === 'string' ? given : undefined);
  }

  /**
   * Takes the session's cookies away from a browser whose account has signed out. Those of somebody else stay, unless their
   * CSRF token shows that a page of theirs asks.
   */
  async takeFrom(userId: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = refreshTokenOf(request);
    if (token === null) return;
    const proven = this.hasProof(request, token);
    const owner = proven ? null : await this.#parts.signingOut.ownerOf(token);
    if (owner === null || owner.userId === userId) clearSessionCookies(request, reply);
  }
}

/** Browsers say where a request comes from; a script of theirs must not read the refresh token. */
function isBrowser({ headers }: FastifyRequest): boolean {
  return headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
}
