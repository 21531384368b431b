import type { API, Broker, ConnectionPool } from '@platformatic/kafka';
import { isOtherCoordinator } from './broker-errors.ts';
import type { Cluster } from './cluster.ts';

/** Speaks with the broker that coordinates a group, over connections of its own. */
export class Coordinator {
  readonly #cluster: Cluster;
  readonly #group: string;
  readonly #pool: ConnectionPool;
  #broker: Broker | undefined;

  constructor(cluster: Cluster, group: string, requestTimeoutMs?: number) {
    this.#cluster = cluster;
    this.#group = group;
    this.#pool = cluster.openPool(requestTimeoutMs);
  }

  /** Sends a request; the next one asks again who coordinates when this one did not get there. */
  async call<A extends unknown[], R>(api: API<A, R>, ...request: A): Promise<R> {
    try {
      this.#broker ??= await this.#cluster.coordinatorOf(this.#group, this.#pool);
      return await api.async(await this.#pool.get(this.#broker), ...request);
    } catch (error) {
      if (isOtherCoordinator(error)) this.#broker = undefined;
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }
}
