import {
  Base,
  ConnectionPool,
  FindCoordinatorKeyTypes,
  findCoordinatorV4,
  type Broker,
  type ClusterMetadata,
  type Connection,
} from '@platformatic/kafka';
import type { Clock } from '@tidemark/clock/clock';
import { NoAnswerError } from './broker-errors.ts';
import type { FaultLog } from './fault-log.ts';
import { pauseMs, slept, within } from './patience.ts';

export const CONNECT_TIMEOUT_MS = 3_000;
export const REQUEST_TIMEOUT_MS = 6_000;
const METADATA_TIMEOUT_MS = 10_000;
const PING_TIMEOUT_MS = 2_000;

export interface ClusterOptions {
  brokers: readonly string[];
  clientId: string;
  clock: Clock;
  faults: FaultLog;
}

/** The brokers, what they lead, and connections to them. Nothing is tried again here. */
export class Cluster {
  readonly clock: Clock;
  readonly faults: FaultLog;
  readonly clientId: string;
  readonly brokers: readonly string[];
  #directory: Base;

  constructor(options: ClusterOptions) {
    this.clock = options.clock;
    this.faults = options.faults;
    this.clientId = options.clientId;
    this.brokers = options.brokers;
    this.#directory = this.#newDirectory();
  }

  /** Which broker leads a partition, as last heard; undefined when that is not known. */
  leader(topic: string, partition: number): number | undefined {
    const leader = this.#directory.currentMetadata?.topics.get(topic)?.partitions[partition];
    return leader && leader.leader >= 0 ? leader.leader : undefined;
  }

  /** Asks for the brokers, and for a topic's partitions when one is named. */
  async refresh(topic?: string): Promise<ClusterMetadata> {
    const directory = this.#directory;
    const options = { topics: topic === undefined ? [] : [topic], forceUpdate: true };
    try {
      return await within(this.clock, METADATA_TIMEOUT_MS, directory.metadata(options));
    } catch (error) {
      if (error instanceof NoAnswerError && directory === this.#directory) this.#renewDirectory();
      throw error;
    }
  }

  /** Connections for one purpose: a broker answers the requests of a connection one after the other. */
  openPool(requestTimeout = REQUEST_TIMEOUT_MS): ConnectionPool {
    const options = { connectTimeout: CONNECT_TIMEOUT_MS, requestTimeout };
    return guarded(new ConnectionPool(this.clientId, options));
  }

  /** Lends connections for one piece of work. */
  async withPool<T>(work: (pool: ConnectionPool) => Promise<T>): Promise<T> {
    const pool = this.openPool();
    try {
      return await work(pool);
    } finally {
      await pool.close();
    }
  }

  /**
   * Does `work` until it succeeds; what does not work is said.
   * @throws the signal's reason, once it is aborted
   */
  async untilDone<T>(what: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    for (let failures = 0; ; failures += 1) {
      try {
        const done = await work();
        this.faults.worked(what);
        return done;
      } catch (error) {
        if (!signal.aborted) this.faults.failed(what, error);
        await slept(this.clock, pauseMs(failures), signal);
        signal.throwIfAborted();
      }
    }
  }

  async connectTo(pool: ConnectionPool, node: number): Promise<Connection> {
    const known = this.#directory.currentMetadata?.brokers.get(node);
    const broker = known ?? (await this.refresh()).brokers.get(node);
    if (!broker) throw new Error(`There is no broker ${node}.`);
    return await pool.get(broker);
  }

  async connectToAny(pool: ConnectionPool): Promise<Connection> {
    const metadata = this.#directory.currentMetadata ?? (await this.refresh());
    return await pool.getFirstAvailable([...metadata.brokers.values()]);
  }

  async coordinatorOf(group: string, pool: ConnectionPool): Promise<Broker> {
    await this.refresh();
    const connection = await this.connectToAny(pool);
    const answer = await findCoordinatorV4.api.async(connection, FindCoordinatorKeyTypes.GROUP, [
      group,
    ]);
    const coordinator = answer.coordinators[0];
    if (!coordinator) throw new Error(`Nobody coordinates the group "${group}".`);
    return coordinator;
  }

  async ping(): Promise<void> {
    const asked = this.#directory.metadata({ topics: [], forceUpdate: true });
    await within(this.clock, PING_TIMEOUT_MS, asked);
  }

  async close(): Promise<void> {
    await this.#directory.close();
  }

  #newDirectory(): Base {
    const directory = new Base({
      clientId: this.clientId,
      bootstrapBrokers: [...this.brokers],
      connectTimeout: CONNECT_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      retries: 0,
    });
    guarded(directory.connections);
    return directory;
  }

  #renewDirectory(): void {
    void this.#directory.close().catch(() => {});
    this.#directory = this.#newDirectory();
  }
}

/** A connection that fails twice must not end the process: its requests fail, which is enough. */
export function guarded(pool: ConnectionPool): ConnectionPool {
  pool.on('connecting', ({ connection }) => connection.on('error', () => {}));
  return pool;
}
