import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readiness } from '@tidemark/contracts/health';
import type { ReceptionOptions } from '@tidemark/http/root/reception';
import type { ConnectionBound } from '@tidemark/http/root/connection-bound';
import { closeServer } from '@tidemark/http/root/drain';
import { starting } from '@tidemark/http/root/upgrade-refusals';
import { openServer } from '@tidemark/http/root/server-limits';
import { upgradesOf } from '@tidemark/live-stream/upgrade-router';
import type { FastifyInstance } from 'fastify';
import { listen, type ListenAt } from './listen.ts';
import { TlsDoor, type TlsAt } from './tls-door.ts';

/** Where the door is, and how it speaks. */
export interface DoorAt extends ListenAt {
  /** Absent: plain HTTP. */
  tls?: TlsAt | undefined;
  /** Absent: no address is bounded. */
  connections?: ConnectionBound | undefined;
}

/** Before the parts of the process are known. */
const LOADING: Readiness = {
  ready: false,
  modules: [{ name: 'process', ready: false, waiting_for: 'its parts to be loaded' }],
};

/**
 * The HTTP side of the process. It listens before anything else is there; a reception answers until the app that the
 * services mount their routes on takes over. ADR 0013.
 */
export class HttpDoor {
  readonly server: Server;
  readonly #at: DoorAt;
  readonly #tls: TlsDoor | undefined;
  readonly #reception = Promise.withResolvers<FastifyInstance>();
  #answer: RequestListener;
  #readiness = (): Readiness => LOADING;

  /** @throws Error when the files of TLS cannot be used */
  constructor(at: DoorAt, { logger }: Pick<ReceptionOptions, 'logger'>) {
    this.#at = at;
    this.#tls = at.tls && new TlsDoor(at, at.tls, logger);
    this.#answer = (request, response) =>
      void this.#reception.promise.then((app) => app.routing(request, response));
    const bounds = { tls: this.#tls?.identity, connections: at.connections };
    this.server = openServer(bounds, (request, response) => this.#answer(request, response));
  }

  /**
   * Listens, and answers from then on as a process that starts does. What comes before that is loaded waits for it.
   * @throws StartError when it cannot listen
   */
  async open(options: Omit<ReceptionOptions, 'readiness' | 'server' | 'tls'>): Promise<void> {
    const readiness = () => this.readiness();
    upgradesOf(this.server).refuse(starting);
    await listen(this.server, this.#at);
    await this.#tls?.open(this.server);
    const { createReception } = await import('@tidemark/http/root/reception');
    const app = await createReception({ ...options, readiness, server: this.server });
    this.#reception.resolve(app);
  }

  readiness(): Readiness {
    return this.#readiness();
  }

  /** From now on these are the parts that are waited for. */
  waitFor(readiness: () => Readiness): void {
    this.#readiness = readiness;
  }

  /** From now on this app answers. */
  async handOver(app: FastifyInstance): Promise<void> {
    await app.ready();
    upgradesOf(this.server).refuse(null);
    this.#answer = (request, response) => app.routing(request, response);
  }

  /** Takes no connection any more, and resolves once those that are open have ended. */
  async close(): Promise<void> {
    await this.#tls?.close();
    if (this.server.listening) await closeServer(this.server);
  }

  /** Such as `http://localhost:8000`, `https://…` by TLS; known once the door is open. */
  address(): string {
    return shownAddress(this.#at, this.server.address());
  }
}

/** An address one can open in a browser: every local name of this machine is `localhost`. */
function shownAddress({ host, tls }: DoorAt, address: AddressInfo | string | null): string {
  const port = typeof address === 'object' && address ? address.port : 0;
  const local = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host);
  const name = local ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `${tls ? 'https' : 'http'}://${name}:${port}`;
}
