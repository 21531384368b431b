import { TidemarkError } from '@tidemark/contracts/errors';
import { CLOSE_CODES } from '@tidemark/contracts/stream';
import { streamMetrics, type StreamMetrics } from '@tidemark/live-stream/stream-metrics';
import { onEnding, type Upgrade } from '@tidemark/live-stream/upgrade-router';
import { IDENTITY_HEADER, type IdentitySigner } from '@tidemark/service/identity/identity-token';
import { identityOf } from '@tidemark/service/identity/upgrade-identity';
import type { Metrics } from '@tidemark/telemetry/metrics';
import { continueTrace, traceHeaders } from '@tidemark/telemetry/trace-context';
import { requestIdOf } from '../root/request-id.ts';
import type { TrustProxy } from '@tidemark/service/front-door';
import { clientOf } from './client-of.ts';
import { forward, type Forwarding } from '@tidemark/service-calls/forward';
import { towardsService } from './proxy-headers.ts';
import { Tunnel } from './tunnel.ts';
import { upgradeErrand } from './upgrade-errand.ts';
import { acceptUpgrade, passRefusal } from './upgrade-reply.ts';

export interface StreamProxyOptions {
  path: string;
  to: Forwarding;
  signer: IdentitySigner;
  metrics: Metrics;
  trusts: TrustProxy;
}

const MAX_TUNNELS = 10_000;
const HANDSHAKE_MS = 5_000;
/** A service pings every 30 s: one that says nothing for longer than this is gone. */
const SILENT_MS = 90_000;
const SWEEP_MS = 10_000;

/** Passes the WebSockets of one path on to a service. */
export class StreamProxy {
  readonly #options: StreamProxyOptions;
  readonly #metrics: StreamMetrics;
  readonly #tunnels = new Set<Tunnel>();
  readonly #stopSweep: () => void;
  /** Connections that are being opened. */
  #opening = 0;
  #closing = false;
  #whenEmpty: () => void = () => undefined;

  constructor(options: StreamProxyOptions) {
    this.#options = options;
    this.#metrics = streamMetrics(options.metrics);
    this.#stopSweep = options.to.clock.every(SWEEP_MS, () => {
      for (const tunnel of this.#tunnels) tunnel.closeIfSilentFor(SILENT_MS);
    });
  }

  /** Open connections. */
  get size(): number {
    return this.#tunnels.size;
  }

  /**
   * Opens the WebSocket at a replica and joins the two; a service's refusal is passed on.
   * @throws TidemarkError when there is no room, or no replica answers
   */
  async accept(upgrade: Upgrade): Promise<void> {
    if (this.#closing || this.size + this.#opening >= MAX_TUNNELS) {
      this.#metrics.refused.inc({ stream: this.#options.path });
      throw new TidemarkError('NOT_READY', 'no room for another connection; try again later');
    }
    this.#opening += 1;
    try {
      await this.#open(upgrade);
    } finally {
      this.#opening -= 1;
    }
  }

  /** Closes every connection with 1001; resolves when they are gone. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#stopSweep();
    for (const tunnel of this.#tunnels) this.#dismiss(tunnel);
    if (this.size > 0) await new Promise<void>((resolve) => (this.#whenEmpty = resolve));
  }

  async #open(upgrade: Upgrade): Promise<void> {
    const { request, socket, head, url } = upgrade;
    const { to, path: stream, signer, trusts } = this.#options;
    const gone = new AbortController();
    socket.once('close', () => gone.abort());
    const path = url.pathname + url.search;
    const asked = { method: 'GET', target: path };
    const call = {
      path,
      headers: {
        ...towardsService(request.headers, clientOf(request, trusts)),
        ...traceHeaders(continueTrace(request.headers)),
        'x-request-id': requestIdOf(request),
        [IDENTITY_HEADER]: signer.sign(identityOf(request), to.service, asked),
      },
      timeoutMs: HANDSHAKE_MS,
      signal: gone.signal,
    };
    const { response, opened } = await forward(to, upgradeErrand(call));
    if (!opened) {
      this.#metrics.refused.inc({ stream });
      await passRefusal(socket, response);
      return;
    }
    const tunnel = new Tunnel(socket, opened.socket, to.clock);
    this.#tunnels.add(tunnel);
    this.#metrics.connections.inc({ stream });
    acceptUpgrade(socket, response);
    tunnel.open(head, opened.head, () => this.#forget(tunnel));
    if (this.#closing) this.#dismiss(tunnel);
    onEnding(upgrade, ({ code, reason }) => tunnel.close(code, reason));
  }

  #dismiss(tunnel: Tunnel): void {
    tunnel.close(CLOSE_CODES.GOING_AWAY, 'the server is going away');
  }

  #forget(tunnel: Tunnel): void {
    this.#tunnels.delete(tunnel);
    this.#metrics.connections.dec({ stream: this.#options.path });
    if (this.#tunnels.size === 0) this.#whenEmpty();
  }
}
