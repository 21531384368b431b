import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Closing } from './connection.ts';

/** An HTTP request that asks for a WebSocket, not answered yet. */
export interface Upgrade {
  request: IncomingMessage;
  socket: Duplex;
  head: Buffer;
  url: URL;
  /** What stood in the path for the names in braces of the route: letters, digits, dash and underscore. */
  params: Readonly<Record<string, string>>;
  /** Aborted, with a `Closing` as its reason, when whoever opened it may no longer read: what is open then is closed. */
  ending: AbortController;
}

/**
 * Takes over the socket, or refuses it with `refuseUpgrade`. A TidemarkError is answered with its code, any other
 * throw with 500.
 */
export type UpgradeHandler = (upgrade: Upgrade) => void | Promise<void>;

/** Looks at an upgrade request before its handler does; throws a TidemarkError to refuse it. */
export type UpgradeGuard = (upgrade: Upgrade) => void | Promise<void>;

/** Looks at any request for a WebSocket before anything else is; an error refuses it. */
export type UpgradeScreen = (request: IncomingMessage) => TidemarkError | null;

/** How long a refused peer has to close its side. */
const CUT_AFTER_MS = 2_000;

/** Sends each upgrade request of one HTTP server to the service that owns its path. */
export class UpgradeRouter {
  readonly #handlers = new Map<string, UpgradeHandler>();
  /** Those of paths with names in braces. */
  readonly #patterns: { pattern: RegExp; handler: UpgradeHandler }[] = [];
  readonly #closers: (() => Promise<void>)[] = [];
  #guard: UpgradeGuard = () => undefined;
  #refusal: (() => TidemarkError) | null = null;
  #screen: UpgradeScreen = () => null;
  #headersOf: (request: IncomingMessage) => Readonly<Record<string, string>> = () => ({});

  /** Has every upgrade request refused, whatever its path, as while a process starts; null: no longer. */
  refuse(refusal: (() => TidemarkError) | null): void {
    this.#refusal = refusal;
  }

  /** Has every upgrade request looked at by `screen` before all else; the last one set counts. */
  screen(screen: UpgradeScreen): void {
    this.#screen = screen;
  }

  /** Puts headers on every refusal; the last one set counts. An `x-request-id` among them is in the body too. */
  refusalHeaders(headersOf: (request: IncomingMessage) => Readonly<Record<string, string>>): void {
    this.#headersOf = headersOf;
  }

  /** Has every upgrade request pass `guard` first, those to no known path too; the last one set counts. */
  guard(guard: UpgradeGuard): void {
    this.#guard = guard;
  }

  /**
   * @param path such as `/ws/prices`, or `/ws/portfolio/{portfolio_id}`
   * @param close ends the connections that the handler took over; the HTTP server cannot close while they are open
   * @throws when the path is taken
   */
  route(path: string, handler: UpgradeHandler, close: () => Promise<void>): void {
    if (this.#handlers.has(path)) throw new Error(`the WebSocket path ${path} is taken`);
    this.#handlers.set(path, handler);
    if (path.includes('{')) this.#patterns.push({ pattern: patternOf(path), handler });
    this.#closers.push(close);
  }

  /** Ends what was opened at every path; what comes after is refused by its owner. */
  async close(): Promise<void> {
    await Promise.all(this.#closers.map((close) => close()));
  }

  handle(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // A peer that hangs up before it is answered concerns nobody.
    socket.on('error', () => socket.destroy());
    refusals.set(socket, this.#headersOf(request));
    const refusal = this.#screen(request) ?? this.#refusal?.();
    if (refusal) {
      refuseWith(socket, refusal);
      return;
    }
    const url = URL.parse(request.url ?? '/', 'http://host') ?? new URL('http://host');
    const { handler, params } = this.#find(url.pathname) ?? NOWHERE;
    const upgrade = { request, socket, head, url, params, ending: new AbortController() };
    void Promise.resolve()
      .then(() => this.#guard(upgrade))
      .then(() => handler(upgrade))
      .catch((error: unknown) => refuseWith(socket, error));
  }

  #find(path: string): { handler: UpgradeHandler; params: Record<string, string> } | null {
    const handler = this.#handlers.get(path);
    if (handler) return { handler, params: {} };
    for (const { pattern, handler } of this.#patterns) {
      const params = pattern.exec(path)?.groups;
      if (params) return { handler, params: { ...params } };
    }
    return null;
  }
}

const NOWHERE = {
  handler: ({ socket }: Upgrade) =>
    refuseUpgrade(socket, 404, 'RESOURCE_NOT_FOUND', 'no WebSocket at this path'),
  params: {},
};

/** Matches the paths of a route such as `/ws/portfolio/{portfolio_id}`. */
function patternOf(path: string): RegExp {
  const plain = path.replace(/[^\w/{}-]/g, '\\$&');
  return new RegExp(`^${plain.replace(/\{(\w+)\}/g, '(?<$1>[\\w-]+)')}$`);
}

function refuseWith(socket: Duplex, error: unknown): void {
  if (error instanceof TidemarkError) {
    refuseUpgrade(socket, error.statusCode, error.code, error.message);
  } else {
    refuseUpgrade(socket, 500, 'INTERNAL_ERROR', 'the connection could not be opened');
  }
}

/** What is put on a refusal, by the socket of the request. */
const refusals = new WeakMap<Duplex, Readonly<Record<string, string>>>();

/** The headers that a refusal of this request has, whoever words it. */
function refusalHeadersOf(socket: Duplex): Readonly<Record<string, string>> {
  return refusals.get(socket) ?? {};
}

/** Calls `close` once whoever opened a WebSocket may no longer read; at once where that is so already. */
export function onEnding({ ending: { signal } }: Upgrade, close: (closing: Closing) => void): void {
  const end = () => close(signal.reason as Closing);
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
}

/**
 * Answers an upgrade request with an HTTP error and closes the socket; one whose peer does not close it too is cut off,
 * since the HTTP server looks after it no more.
 */
export function refuseUpgrade(socket: Duplex, status: number, code: string, message: string): void {
  if (!socket.writable) return;
  const shared = refusalHeadersOf(socket);
  const { 'x-request-id': request_id } = shared;
  const body = JSON.stringify({
    success: false,
    error: { code, message },
    meta: { timestamp: new Date().toISOString(), ...(request_id && { request_id }) },
  });
  const headers = {
    connection: 'close',
    ...shared,
    // RFC 9110, 11.6.1: whoever is to sign in is told how.
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    ...(status === 503 && { 'retry-after': '1' }),
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Error'}\r\n${lines.join('')}\r\n${body}`,
  );
  // What the peer still sends must be read, or its end is never seen.
  socket.resume();
  const cut = setTimeout(() => socket.destroy(), CUT_AFTER_MS).unref();
  socket.once('close', () => clearTimeout(cut));
}

const routers = new WeakMap<Server, UpgradeRouter>();

/** The router of an HTTP server; the first call attaches it. */
export function upgradesOf(server: Server): UpgradeRouter {
  const known = routers.get(server);
  if (known) return known;
  const router = new UpgradeRouter();
  routers.set(server, router);
  server.on('upgrade', (request, socket, head) => {
    router.handle(request, socket, head);
  });
  return router;
}
