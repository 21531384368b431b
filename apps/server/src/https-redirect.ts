import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { SECURITY_HEADERS } from '@tidemark/http/replies/security-headers';
import { explainListenError, type ListenAt } from './listen.ts';

export interface RedirectTarget {
  /** The certificate in use, PEM. */
  cert: () => string;
  /** The port that speaks TLS. */
  port: () => number;
}

/** Nothing but small requests comes here. */
const LIMITS = {
  headersTimeout: 5_000,
  requestTimeout: 5_000,
  keepAliveTimeout: 1_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16 * 1024,
};
const MAX_CONNECTIONS = 1_000;
const HOST = /^(?:[a-z\d](?:[a-z\d.-]{0,252}[a-z\d])?|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Sends browsers that come by plain HTTP to the same page by TLS. A call of the API is refused instead: a client that
 * sends its token in clear should hear of it, not be helped along. Only hosts that the certificate names are sent to,
 * so that nobody is sent elsewhere by a made-up `Host`.
 * @throws StartError when it cannot listen
 */
export async function redirectToTls(at: ListenAt, target: RedirectTarget): Promise<Server> {
  const server = createServer(LIMITS, (request, response) => answer(request, response, target));
  server.maxConnections = MAX_CONNECTIONS;
  try {
    server.listen(at);
    await once(server, 'listening');
  } catch (error) {
    throw explainListenError(error, at, 'HTTP_REDIRECT_PORT');
  }
  return server;
}

function answer(request: IncomingMessage, response: ServerResponse, target: RedirectTarget): void {
  const location = locationOf(request, target);
  request.resume();
  response.setHeader('connection', 'close');
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  response.setHeader('cache-control', 'no-store');
  if (location) response.writeHead(308, { location }).end();
  else refuse(response);
}

/** Where a request is sent; null: nowhere. */
export function locationOf(
  { method = '', url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  { cert, port }: RedirectTarget,
): string | null {
  const isPage = (method === 'GET' || method === 'HEAD') && !/^\/+(api|ws)(\/|\?|$)/i.test(url);
  const host = hostOf(headers.host ?? '');
  if (!isPage || !url.startsWith('/') || host === null || !isNamed(cert(), host)) return null;
  return `https://${host}${port() === 443 ? '' : `:${port()}`}${url}`;
}

/** The name or address that a `Host` header says, without its port. */
function hostOf(header: string): string | null {
  return HOST.test(header) ? header.replace(/:\d+$/, '').toLowerCase() : null;
}

function isNamed(cert: string, host: string): boolean {
  const certificate = new X509Certificate(cert);
  const address = host.replace(/^\[|\]$/g, '');
  const named = isIP(address) ? certificate.checkIP(address) : certificate.checkHost(host);
  return named !== undefined;
}

function refuse(response: ServerResponse): void {
  const error = { code: 'FORBIDDEN', message: 'Come by https.' };
  const meta = { timestamp: new Date().toISOString() };
  response.writeHead(403, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ success: false, error, meta }));
}
