import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { TidemarkError } from '@tidemark/contracts/errors';

/** An HTTP request that asks for a WebSocket, not answered yet. */
export interface Upgrade {
  request: IncomingMessage;
  socket: Duplex;
  head: Buffer;
  url: URL;
  /** What stood in the path for the names in braces of the route: letters, digits, dash and underscore. */
  params: Readonly<Record<string, string>>;
}

/**
 * Takes over the socket, or refuses it with `refuseUpgrade`. A TidemarkError is answered with its code, any other
 * throw with 500.
 */
export type UpgradeHandler = (upgrade: Upgrade) => void | Promise<void>;

/** Looks at an upgrade request before its handler does; throws a TidemarkError to refuse it. */
export type UpgradeGuard = (upgrade: Upgrade) => void | Promise<void>;

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

  /** Has every upgrade request refused, whatever its path, as while a process starts; null: no longer. */
  refuse(refusal: (() => TidemarkError) | null): void {
    this.#refusal = refusal;
  }

  /** Has every upgrade request pass `guard` first; the last one set counts. */
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
    if (this.#refusal) {
      refuseWith(socket, this.#refusal());
      return;
    }
    const url = URL.parse(request.url ?? '/', 'http://host');
    const found = url && this.#find(url.pathname);
    if (!found) {
      refuseUpgrade(socket, 404, 'RESOURCE_NOT_FOUND', 'no WebSocket at this path');
      return;
    }
    const { handler, params } = found;
    const upgrade = { request, socket, head, url, params };
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

/**
 * Answers an upgrade request with an HTTP error and closes the socket; one whose peer does not close it too is cut off,
 * since the HTTP server looks after it no more.
 */
export function refuseUpgrade(socket: Duplex, status: number, code: string, message: string): void {
  if (!socket.writable) return;
  // RFC 9110, 11.6.1: whoever is to sign in is told how.
  const challenge = status === 401 ? 'www-authenticate: Bearer\r\n' : '';
  const later = status === 503 ? 'retry-after: 1\r\n' : '';
  const body = JSON.stringify({
    success: false,
    error: { code, message },
    meta: { timestamp: new Date().toISOString() },
  });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Error'}\r\nconnection: close\r\n${challenge}${later}` +
      `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
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
