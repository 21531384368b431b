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

/**
 * Whether cookies are marked `Secure`: always but where a browser talks plain HTTP to its own machine. There no
 * network is between the two, and not every browser keeps such a cookie.
 */
function isSecure({ protocol, hostname }: FastifyRequest): boolean {
  return protocol !== 'http' || !isLocalHost(hostname);
}

interface CookieNames {
  refresh: string;
  csrf: string;
}
const PLAIN: CookieNames = { refresh: REFRESH_COOKIE, csrf: CSRF_COOKIE };
/** A browser takes a cookie whose name begins so from the host itself and over TLS alone (RFC 6265bis, 4.1.3.2). */
const SECURE: CookieNames = { refresh: SECURE_REFRESH_COOKIE, csrf: SECURE_CSRF_COOKIE };

/** The refresh token in the request's cookie. Only the name that we would set counts, so none can be planted over it. */
export function refreshTokenOf(request: FastifyRequest): string | null {
  const { refresh } = isSecure(request) ? SECURE : PLAIN;
  return request.cookies[refresh] ?? null;
}

/** Gives a browser its session. */
export function setSessionCookies(
  request: FastifyRequest,
  reply: FastifyReply,
  tokens: { refresh: string; csrf: string },
): void {
  const secure = isSecure(request);
  const names = secure ? SECURE : PLAIN;
  const shared = { path: '/', sameSite: 'strict', secure, maxAge: REFRESH_TOKEN_S } as const;
  reply.setCookie(names.refresh, tokens.refresh, { ...shared, httpOnly: true });
  reply.setCookie(names.csrf, tokens.csrf, shared);
}

/** Takes it away. */
export function clearSessionCookies(request: FastifyRequest, reply: FastifyReply): void {
  const secure = isSecure(request);
  const names = secure ? SECURE : PLAIN;
  const shared = { path: '/', sameSite: 'strict', secure } as const;
  reply.clearCookie(names.refresh, { ...shared, httpOnly: true });
  reply.clearCookie(names.csrf, shared);
}
