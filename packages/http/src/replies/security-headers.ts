import { sharedPaths } from '@tidemark/contracts/services';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_POLICY } from './content-policy.ts';

/** A year, which each answer begins anew. */
export const STRICT_TRANSPORT = 'max-age=31536000; includeSubDomains';

/** On every answer. A page brings a Content-Security-Policy of its own. */
export const SECURITY_HEADERS = {
  'content-security-policy': API_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), ' +
    'microphone=(), midi=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
} as const;

/** Routes whose answers are the same for everybody and no secret; who may keep them is theirs to say. */
const SHARED_ROUTE = sharedPaths();

/**
 * Puts the security headers on an answer. It is kept by nobody unless its route says otherwise; public market data is
 * for its route to say. ADR 0030.
 */
export function secure(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(SECURITY_HEADERS);
  secureTransport(request, reply);
  if (!isShared(request)) reply.header('cache-control', 'no-store');
}

function isShared({ routeOptions: { url = '', config } }: FastifyRequest): boolean {
  return SHARED_ROUTE.test(url) && (config.access === 'public' || config.access === 'elsewhere');
}

/** Asks browsers to come by TLS alone, where they came by TLS: here, or at a proxy that is believed. */
export function secureTransport(request: FastifyRequest, reply: FastifyReply): void {
  if (isSecure(request)) reply.header('strict-transport-security', STRICT_TRANSPORT);
}

function isSecure(request: FastifyRequest): boolean {
  const { socket, headers } = request.raw;
  if ('encrypted' in socket) return true;
  return headers['x-forwarded-proto'] !== undefined && request.protocol === 'https';
}
