import '@fastify/cookie';
import {
  CSRF_COOKIE,
  REFRESH_COOKIE,
  REFRESH_TOKEN_S,
  SECURE_REFRESH_COOKIE,
} from '@tidemark/contracts/session';
import type { FastifyReply, FastifyRequest } from 'fastify';

const LOCAL_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether cookies are marked `Secure`: always but where a browser talks plain HTTP to its own machine. There no
 * network is between the two, and not every browser keeps such a cookie.
 */
function isSecure({ protocol, hostname }: FastifyRequest): boolean {
  return protocol !== 'http' || !LOCAL_HOSTS.has(hostname);
}

/** The refresh token in the request's cookie. Only the name that we would set counts, so none can be planted over it. */
export function refreshTokenOf(request: FastifyRequest): string | null {
  const name = isSecure(request) ? SECURE_REFRESH_COOKIE : REFRESH_COOKIE;
  return request.cookies[name] ?? null;
}

/** Gives a browser its session. */
export function setSessionCookies(
  request: FastifyRequest,
  reply: FastifyReply,
  tokens: { refresh: string; csrf: string },
): void {
  const secure = isSecure(request);
  const shared = { path: '/', sameSite: 'strict', secure, maxAge: REFRESH_TOKEN_S } as const;
  const name = secure ? SECURE_REFRESH_COOKIE : REFRESH_COOKIE;
  reply.setCookie(name, tokens.refresh, { ...shared, httpOnly: true });
  reply.setCookie(CSRF_COOKIE, tokens.csrf, shared);
}

/** Takes it away. */
export function clearSessionCookies(request: FastifyRequest, reply: FastifyReply): void {
  const secure = isSecure(request);
  const shared = { path: '/', sameSite: 'strict', secure } as const;
  const name = secure ? SECURE_REFRESH_COOKIE : REFRESH_COOKIE;
  reply.clearCookie(name, { ...shared, httpOnly: true });
  reply.clearCookie(CSRF_COOKIE, shared);
}
