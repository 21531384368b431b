import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { TidemarkError } from '@tidemark/contracts/errors';

/** An HTTP request that asks for a WebSocket, not answered yet. */
export interface Upgrade {
  request: IncomingMessage;
  socket: Duplex;
  head: Buffer;
  url: URL;
}

/**
 * Takes over the socket, or refuses it with `refuseUpgrade`. A TidemarkError is answered with its code, any other
 * throw with 500.
 */
export type UpgradeHandler = (upgrade: Upgrade) => void | Promise<void>;

/** Looks at an upgrade request before its handler does; throws a TidemarkError to refuse it. */
export type UpgradeGuard = (upgrade: Upgrade) => void | Promise<void>;

/** Sends each upgrade request of one HTTP server to the service that owns its path. */
export class UpgradeRouter {
  readonly #handlers = new Map<string, UpgradeHandler>();
  readonly #closers: (() => Promise<void>)[] = [];
  #guard: UpgradeGuard = () => undefined;

  /** Has every upgrade request pass `guard` first; the last one set counts. */
  guard(guard: UpgradeGuard): void {
    this.#guard = guard;
  }

  /**
   * @param close ends the connections that the handler took over; the HTTP server cannot close while they are open
   * @throws when the path is taken
   */
  route(path: string, handler: UpgradeHandler, close: () => Promise<void>): void {
    if (this.#handlers.has(path)) throw new Error(`the WebSocket path ${path} is taken`);
    this.#handlers.set(path, handler);
    this.#closers.push(close);
  }

  /** Ends what was opened at every path; what comes after is refused by its owner. */
  async close(): Promise<void> {
    await Promise.all(this.#closers.map((close) => close()));
  }

  handle(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // A peer that hangs up before it is answered concerns nobody.
    socket.on('error', () => socket.destroy());
    const upgrade = toUpgrade(request, socket, head);
    const handler = upgrade && this.#handlers.get(upgrade.url.pathname);
    if (!handler) {
      refuseUpgrade(socket, 404, 'RESOURCE_NOT_FOUND', 'no WebSocket at this path');
      return;
    }
    void Promise.resolve()
      .then(() => this.#guard(upgrade))
      .then(() => handler(upgrade))
      .catch((error: unknown) => refuseWith(socket, error));
  }
}

function refuseWith(socket: Duplex, error: unknown): void {
  if (error instanceof TidemarkError) {
    refuseUpgrade(socket, error.statusCode, error.code, error.message);
  } else {
    refuseUpgrade(socket, 500, 'INTERNAL_ERROR', 'the connection could not be opened');
  }
}

function toUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Upgrade | null {
  const url = URL.parse(request.url ?? '/', 'http://host');
  return url && { request, socket, head, url };
}

/** Answers an upgrade request with an HTTP error and closes the socket. */
export function refuseUpgrade(socket: Duplex, status: number, code: string, message: string): void {
  if (!socket.writable) return;
  const body = JSON.stringify({
    success: false,
    error: { code, message },
    meta: { timestamp: new Date().toISOString() },
  });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Error'}\r\nconnection: close\r\n` +
      `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
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
