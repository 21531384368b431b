import { SingleFlight } from '@tidemark/waiting/single-flight';
import { isIP } from 'node:net';
import { Client, Pool, type Dispatcher } from 'undici';
import type { ReplicaAddress } from './replica-address.ts';
import type { UpstreamTimings } from './upstream-timings.ts';

/** Connections to one replica; more requests at once wait for one. */
const MAX_CONNECTIONS = 256;

/** One replica of a service, whether it is thought to be ready, and the connections to it. */
export class Replica {
  readonly address: ReplicaAddress;
  /** It answered `/readyz` with 200, and has refused no connection since. */
  ready = false;
  readonly #pool: Pool;
  /** Probes have a connection of their own, so that they do not wait behind requests. */
  readonly #probe: Client;
  readonly #timings: UpstreamTimings;
  readonly #probing = new SingleFlight<boolean>();

  constructor(address: ReplicaAddress, timings: UpstreamTimings) {
    this.address = address;
    this.#timings = timings;
    const options = {
      allowH2: false,
      connect: {
        timeout: timings.connectMs,
        ...(!isIP(address.servername) && { servername: address.servername }),
      },
      bodyTimeout: timings.answerMs,
    };
    this.#pool = new Pool(address.origin, { ...options, connections: MAX_CONNECTIONS });
    this.#probe = new Client(address.origin, options);
  }

  request(options: Omit<Dispatcher.RequestOptions, 'origin'>): Promise<Dispatcher.ResponseData> {
    return this.#pool.request(options);
  }

  /** Asks `/readyz`; answers whether `ready` has changed. Calls while one is under way share its result. */
  probe(): Promise<boolean> {
    return this.#probing.run(() => this.#look());
  }

  /** Lets requests under way end, for as long as an answer may take, then closes every connection. */
  async close(): Promise<void> {
    await Promise.all([this.#pool.close(), this.#probe.destroy()]);
  }

  async destroy(): Promise<void> {
    await Promise.all([this.#pool.destroy(), this.#probe.destroy()]);
  }

  async #look(): Promise<boolean> {
    const before = this.ready;
    this.ready = await this.#askReady();
    return this.ready !== before;
  }

  async #askReady(): Promise<boolean> {
    try {
      const { statusCode, body } = await this.#probe.request({
        method: 'GET',
        path: '/readyz',
        headers: { host: this.address.host },
        signal: AbortSignal.timeout(this.#timings.probeMs),
      });
      await body.dump();
      return statusCode === 200;
    } catch {
      return false;
    }
  }
}
