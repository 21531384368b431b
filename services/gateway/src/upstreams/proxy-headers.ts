import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { FastifyReply } from 'fastify';

/** Headers of one connection and not of the message (RFC 9110, 7.6.1), and what a proxy writes anew. */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
const REWRITTEN: ReadonlySet<string> = new Set([
  'host',
  'content-length',
  // A body is passed on as it was read, which is unpacked.
  'content-encoding',
  'expect',
  'forwarded',
  'traceparent',
  'tracestate',
  'x-request-id',
  'x-real-ip',
]);
const OURS = /^x-(forwarded|tidemark)-/;
/** What says who asks; the gateway's signed word takes its place. */
const CREDENTIALS: ReadonlySet<string> = new Set(['authorization', 'cookie']);

/** Where a request came from, as a service is told; a Fastify request is one. */
export interface Origin {
  ip: string;
  host: string | undefined;
  protocol: string;
}

/**
 * A client's headers as they go to a service: without those of its connection, those that only the gateway may say
 * (`x-tidemark-…`, `x-forwarded-…`), those that are written anew, and credentials. Cookies go to a service that
 * `takesCookies`.
 */
export function towardsService(
  headers: IncomingHttpHeaders,
  { ip, host, protocol }: Origin,
  takesCookies = false,
): Record<string, string | string[]> {
  const dropped = namedByConnection(headers.connection);
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || dropped.has(name) || isOurs(name)) continue;
    if (!CREDENTIALS.has(name) || (name === 'cookie' && takesCookies)) kept[name] = value;
  }
  kept['x-forwarded-for'] = ip;
  kept['x-forwarded-proto'] = protocol;
  if (host !== undefined) kept['x-forwarded-host'] = host;
  return kept;
}

/**
 * Puts a service's headers on the answer. What the gateway has set already stays (security, CORS, the request id), and
 * who may call from a browser is the gateway's business alone; `vary` is joined.
 */
export function towardsClient(headers: IncomingHttpHeaders, reply: FastifyReply): void {
  const dropped = namedByConnection(headers.connection);
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || HOP_BY_HOP.has(name) || dropped.has(name)) continue;
    if (name === 'date' || name.startsWith('access-control-')) continue;
    if (name === 'vary') reply.header('vary', joined(reply.getHeader('vary'), String(value)));
    else if (!reply.hasHeader(name)) reply.header(name, value);
  }
}

/** Path and query of a request; a client may write the whole URL into it (RFC 9112, 3.2.2). */
export function pathOf({ url = '/' }: IncomingMessage): string {
  return url.replace(/^https?:\/\/[^/?#]*/i, '') || '/';
}

function isOurs(name: string): boolean {
  return HOP_BY_HOP.has(name) || REWRITTEN.has(name) || OURS.test(name);
}

function namedByConnection(connection: string | undefined): ReadonlySet<string> {
  const names = connection?.toLowerCase().split(',') ?? [];
  return new Set(names.map((name) => name.trim()));
}

function joined(ours: unknown, theirs: string): string {
  const names = [ours, theirs].flatMap((list) => (typeof list === 'string' ? list.split(',') : []));
  const byKey = new Map(names.map((name) => [name.trim().toLowerCase(), name.trim()]));
  return [...byKey.values()].join(', ');
}
