import type { IncomingMessage } from 'node:http';
import { TidemarkError } from '@tidemark/contracts/errors';
import { hostnameOf } from '@tidemark/service/local-host';
import { isForwarded } from '../addresses/unnamed-proxy.ts';
import type { Visitors } from '../addresses/visitors.ts';
import type { FastifyRequest } from 'fastify';

const API = '/api/';

/**
 * Whether a request is for the API. Told by the route that was found, since a URL has many spellings, and where there
 * is no route, or one that takes whatever is left, by the URL.
 */
export function isApiRequest({ url, routeOptions }: FastifyRequest): boolean {
  return url.startsWith(API) || (routeOptions.url?.startsWith(API) ?? false);
}

/** The whole URL in a request line (RFC 9112, 3.2.2), as far as its authority. */
const ABSOLUTE = /^(https?):\/\/([^/?#]*)/i;
const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: ':80', https: ':443' };

export type Addressed = Pick<
  IncomingMessage,
  'headers' | 'rawHeaders' | 'url' | 'socket' | 'httpVersion'
>;

/** Who may be asked for, and whose word counts for that. */
export type OwnNames = Pick<Visitors, 'ownHosts' | 'trusts'>;

/**
 * Why a request is not for us; null: it is. It says once whom it is for (RFC 9112, 3.2), and where we have names of our
 * own, it is for one of them: a page on the internet can have its own name resolve to this machine and so ask what
 * listens here alone, as the same origin (DNS rebinding); the name it asks by gives it away. What a trusted proxy passes
 * on was asked for by names that the proxy knows.
 */
export function misaddressed(
  request: Addressed,
  { ownHosts, trusts }: OwnNames,
): TidemarkError | null {
  const { host } = request.headers;
  if (countHosts(request.rawHeaders) > 1) return refused('There is more than one Host header.');
  if (host === undefined && request.httpVersion === '1.1')
    return refused('There is no Host header.');
  if (!agrees(request.url ?? '/', host)) return refused('The URL and Host name different hosts.');
  if (!ownHosts || isForwarded(request, trusts)) return null;
  const name = hostnameOf(host ?? '');
  return ownHosts.includes(name) ? null : foreign(name);
}

function countHosts(rawHeaders: readonly string[]): number {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? '';
    if (name.length === 4 && name.toLowerCase() === 'host') count += 1;
  }
  return count;
}

/** Most requests have a path alone and agree with whatever `Host` says. */
function agrees(url: string, host = ''): boolean {
  if (url.startsWith('/')) return true;
  const [, scheme = '', authority] = ABSOLUTE.exec(url) ?? [];
  if (authority === undefined) return true;
  const port = DEFAULT_PORTS[scheme.toLowerCase()] ?? '';
  const plain = (text: string) => {
    const small = text.toLowerCase();
    return small.endsWith(port) ? small.slice(0, -port.length) : small;
  };
  return plain(authority) === plain(host);
}

function foreign(name: string): TidemarkError {
  const shown = JSON.stringify(name.slice(0, 100));
  return refused(
    `This Tidemark is not at ${shown}. If it should be, set PUBLIC_URL or TRUSTED_PROXIES.`,
  );
}

function refused(message: string): TidemarkError {
  return new TidemarkError('INVALID_REQUEST', message);
}
