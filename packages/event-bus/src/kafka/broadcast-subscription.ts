import type { Subscription } from '../event-bus.ts';
import type { Cluster } from './cluster.ts';
import { LATEST, logOffsets } from './log-offsets.ts';
import { Reader, type ReaderOptions } from './reader.ts';

/**
 * Reads every partition from where it ends now. There is no group at the broker, so nobody shares the partitions,
 * nothing is committed and nothing is left behind; positions live as long as the subscription, which a restart of the
 * broker does not end.
 */
export class BroadcastSubscription implements Subscription {
  readonly #cluster: Cluster;
  readonly #name: string;
  readonly #partitions: number;
  readonly #reader: Reader;
  readonly #stop = new AbortController();
  readonly #done = new Map<number, number>();
  #closing: Promise<void> | undefined;

  constructor(options: ReaderOptions) {
    this.#cluster = options.cluster;
    this.#name = options.name;
    this.#partitions = options.topic.partitions;
    const take = (partition: number, offset: number) => void this.#done.set(partition, offset);
    const committed = (partition: number) => this.#done.get(partition) ?? 0;
    this.#reader = new Reader(options, { committed, take, commit: take });
  }

  /** Resolves once it is known where reading begins; waits while the broker is away. */
  async start(): Promise<void> {
    const all = Array.from({ length: this.#partitions }, (_, partition) => partition);
    const ends = await this.#cluster.withPool((pool) =>
      this.#cluster.untilDone('beginning a broadcast', this.#stop.signal, () =>
        logOffsets(this.#cluster, pool, this.#name, all, LATEST),
      ),
    );
    await this.#reader.take(ends);
  }

  /** Nothing is ever committed. */
  commit(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#stop.abort(new Error('The subscription is closed.'));
    await this.#reader.release(this.#reader.member.partitions);
    await this.#reader.close();
  }
}
