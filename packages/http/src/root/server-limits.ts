import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import {
  createServer as createTlsServer,
  type ServerOptions as TlsServerOptions,
} from 'node:https';
import type { FastifyInstance } from 'fastify';
import { answerClientFault, answerExpectation } from './client-faults.ts';
import { boundConnections, type ConnectionBound } from './connection-bound.ts';
import { giveUpOnSlowReaders } from './slow-readers.ts';

/** A certificate and its key, in PEM. */
export interface TlsIdentity {
  cert: string;
  key: string;
}

/** What TLS is spoken with: the versions, and of 1.2 the ciphers with forward secrecy and authentication alone. */
export const TLS_TERMS = {
  minVersion: 'TLSv1.2',
  honorCipherOrder: true,
  ciphers: [
    ...['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256'],
    ...['ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDHE-RSA-AES256-GCM-SHA384'],
    ...['ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDHE-RSA-CHACHA20-POLY1305'],
    ...['ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES128-GCM-SHA256'],
  ].join(':'),
} as const;

/** A whole request, body included, ms. */
export const REQUEST_MS = 30_000;
/** Its headers, from when the connection is open or the last answer was read, ms. */
const HEADERS_MS = 10_000;
/** How late such a limit may be, ms. */
const LOOK_EVERY_MS = 1_000;
const HANDSHAKE_MS = 10_000;
/** An idle connection stays; longer than proxies keep theirs, so that they never use one that is being closed. */
export const KEEP_ALIVE_MS = 72_000;
const MAX_HEADER_BYTES = 16 * 1024;
/** Past this a connection is closed as it comes: what is open goes on being served. */
const MAX_CONNECTIONS = 20_000;

/** A body, unless its route says otherwise by `bodyLimit`. The largest there is, a backtest, has some 2 KB. */
export const BODY_BYTES = 16 * 1024;

const HTTP: ServerOptions = {
  headersTimeout: HEADERS_MS,
  requestTimeout: REQUEST_MS,
  keepAliveTimeout: KEEP_ALIVE_MS,
  connectionsCheckingInterval: LOOK_EVERY_MS,
  maxHeaderSize: MAX_HEADER_BYTES,
  // One without is refused by the app, in the words and with the headers of every refusal.
  requireHostHeader: false,
  // Other upgrades (HTTP/2 in clear) are not ours: such a request is answered as if it asked for none.
  shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
};

/** What Node's server is made with; by TLS 1.2 or later where there is a certificate. */
export function serverOptions(
  tls: TlsIdentity | undefined,
): { http: ServerOptions } | { https: TlsServerOptions } {
  if (!tls) return { http: HTTP };
  return { https: { ...HTTP, ...tls, ...TLS_TERMS, handshakeTimeout: HANDSHAKE_MS } };
}

export interface ServerBounds {
  tls: TlsIdentity | undefined;
  /** Of clients that come here themselves; undefined where it is the gateway alone that comes. */
  connections: ConnectionBound | undefined;
}

/** A server, within the bounds, whose requests go to `answer`; nothing listens yet. By TLS where there is a certificate. */
export function openServer({ tls, connections }: ServerBounds, answer: RequestListener): Server {
  const options = serverOptions(tls);
  const server =
    'https' in options
      ? createTlsServer(options.https, answer)
      : createServer(options.http, answer);
  server.on('clientError', answerClientFault);
  limitServer(server);
  if (connections) boundConnections(server, connections);
  return server;
}

/** Bounds what clients may hold open and leave unread. */
export function limitServer(server: Server): void {
  server.maxConnections = MAX_CONNECTIONS;
  server.on('checkExpectation', answerExpectation);
  giveUpOnSlowReaders(server);
}

/** Closes the connection after an answer that did not wait for a large body: nobody reads ten megabytes to forget them. */
export function leaveLargeBodies(app: FastifyInstance): void {
  app.addHook('onSend', ({ raw }, reply, _payload, done) => {
    const { 'content-length': length = '0', 'transfer-encoding': encoding } = raw.headers;
    const mayBeLarge = encoding !== undefined || Number(length) > BODY_BYTES;
    if (mayBeLarge && !raw.complete) reply.header('connection', 'close');
    done();
  });
}
