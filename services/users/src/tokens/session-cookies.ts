import '@fastify/cookie';
import {
  CSRF_COOKIE,
  REFRESH_COOKIE,
  REFRESH_TOKEN_S,
  SECURE_CSRF_COOKIE,
  SECURE_REFRESH_COOKIE,
} from '@tidemark/contracts/session';
import { isLocalHost } from '@tidemark/service/local-host';
import type { FastifyReply, FastifyRequest } from 'fastify';

interface CookieNames {
  refresh: string;
  csrf: string;
}
const PLAIN: CookieNames = { refresh: REFRESH_COOKIE, csrf: CSRF_COOKIE };
/** A browser takes a cookie whose name begins so from the host itself and over TLS alone (RFC 6265bis, 4.1.3.2). */
const SECURE: CookieNames = { refresh: SECURE_REFRESH_COOKIE, csrf: SECURE_CSRF_COOKIE };

/**
 * How a session's cookies are called, and what is said of both. They are marked `Secure` always but where a browser talks
 * plain HTTP to its own machine: there no network is between the two, and not every browser keeps such a cookie.
 */
function cookiesOf({ protocol, hostname }: FastifyRequest) {
  const secure = protocol !== 'http' || !isLocalHost(hostname);
  const shared = { path: '/', sameSite: 'strict', secure } as const;
  return { names: secure ? SECURE : PLAIN, shared };
}

/** The refresh token in the request's cookie. Only the name that we would set counts, so none can be planted over it. */
export function refreshTokenOf(request: FastifyRequest): string | null {
  return request.cookies[cookiesOf(request).names.refresh] ?? null;
}

/** Gives a browser its session. */
export function setSessionCookies(
  request: FastifyRequest,
  reply: FastifyReply,
  tokens: { refresh: string; csrf: string },
): void {
  const { names, shared } = cookiesOf(request);
  const lasting = { ...shared, maxAge: REFRESH_TOKEN_S };
  reply.setCookie(names.refresh, tokens.refresh, { ...lasting, httpOnly: true });
  reply.setCookie(names.csrf, tokens.csrf, lasting);
}

/** Takes it away. */
export function clearSessionCookies(request: FastifyRequest, reply: FastifyReply): void {
  const { names, shared } = cookiesOf(request);
  reply.clearCookie(names.refresh, { ...shared, httpOnly: true });
  reply.clearCookie(names.csrf, shared);
}
