import { SingleFlight } from '@tidemark/waiting/single-flight';
import { Producer } from '@platformatic/kafka';
import { isRefusedForGood } from './broker-errors.ts';
import { CONNECT_TIMEOUT_MS, REQUEST_TIMEOUT_MS, guarded, type Cluster } from './cluster.ts';
import { pauseMs, within } from './patience.ts';
import { SendQueue, type Chunk, type OutgoingRecord } from './send-queue.ts';

/** Half of what a broker takes in one batch of a partition by default (`message.max.bytes`). */
const CHUNK = { records: 5_000, bytes: 512 * 1024 };
/** Publishers whose time is nearly up are rejected together, so that a producer is not replaced for each. */
const DEADLINE_SLACK_MS = 1_000;
/** How long a publisher that closes tries to send what it has. */
const CLOSING_TIMEOUT_MS = 10_000;
/** Tries of the same batch with the same sequence numbers: the broker recognises them and stores it once. */
const SAME_BATCH_TRIES = 6;

export interface PublisherOptions {
  cluster: Cluster;
  /** The topic as the broker knows it. */
  topic: string;
  /** Makes sure that the topic is there. */
  prepare(): Promise<void>;
  /** How long the broker may be away before a publisher is told. */
  timeoutMs: number;
}

/**
 * Sends one topic's messages, one request at a time: order holds whatever has to be sent again, and what arrives
 * meanwhile goes together in the next request.
 */
export class Publisher {
  readonly #options: PublisherOptions;
  readonly #queue = new SendQueue();
  #producer: Producer | undefined;
  readonly #sending = new SingleFlight<void>();
  #giveUpAt = Infinity;

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  /**
   * Resolves once all in-sync replicas have the records.
   * @throws Error when the broker was away for the time allowed, or refuses the records
   */
  publish(records: readonly OutgoingRecord[]): Promise<void> {
    if (this.#giveUpAt < Infinity) return Promise.reject(new Error('The event bus is closed.'));
    const { cluster, timeoutMs } = this.#options;
    const published = this.#queue.add(records, cluster.clock.monotonic() + timeoutMs);
    void this.#sending.run(() => this.#sendAll());
    return published;
  }

  /** Waits for what was published; it is sent, or rejected when its time is up. */
  async close(): Promise<void> {
    this.#giveUpAt = this.#options.cluster.clock.monotonic() + CLOSING_TIMEOUT_MS;
    await this.#sending.running;
    await this.#discardProducer();
  }

  /** After a refusal, publishers go one by one, so that the one at fault is found. */
  async #sendAll(): Promise<void> {
    let alone = 0;
    let failures = 0;
    while (!this.#queue.isEmpty) {
      const since = this.#options.cluster.clock.monotonic();
      const chunk = this.#queue.peek(CHUNK, alone > 0 ? 1 : Infinity);
      try {
        await this.#send(chunk);
        this.#queue.acknowledge(chunk.records.length);
        this.#options.cluster.faults.worked(this.#name());
        failures = 0;
        alone -= 1;
      } catch (error) {
        if (isRefusedForGood(error)) alone = this.#isolate(chunk, error);
        else await this.#await(error, since, failures++);
      }
    }
  }

  async #send({ records, deadline }: Chunk): Promise<void> {
    const { cluster, topic } = this.#options;
    const until = Math.min(deadline, this.#giveUpAt);
    const left = Math.max(1, until - cluster.clock.monotonic());
    await within(cluster.clock, left, this.#options.prepare());
    this.#producer ??= this.#newProducer();
    const messages = records.map((record) => ({ topic, ...record }));
    await within(cluster.clock, left, this.#producer.send({ messages }));
  }

  #isolate(chunk: Chunk, error: unknown): number {
    if (chunk.publishers > 1) return chunk.publishers;
    this.#queue.rejectFirst(asError(error));
    return 0;
  }

  /** A producer that failed begins anew under another id; its unanswered batch may then be stored twice. */
  async #await(error: unknown, since: number, failures: number): Promise<void> {
    const { cluster, topic, timeoutMs } = this.#options;
    cluster.faults.failed(this.#name(), error, cluster.clock.monotonic() - since);
    await this.#discardProducer();
    const now = cluster.clock.monotonic();
    const seconds = Math.round(timeoutMs / 1_000);
    const message = `Kafka did not take messages for "${topic}" in ${seconds} s.`;
    const upTo = now + DEADLINE_SLACK_MS >= this.#giveUpAt ? Infinity : now + DEADLINE_SLACK_MS;
    this.#queue.rejectUntil(upTo, new Error(message, { cause: error }));
    if (!this.#queue.isEmpty) await cluster.clock.sleep(pauseMs(failures));
  }

  #newProducer(): Producer {
    const { clientId, brokers } = this.#options.cluster;
    const producer = new Producer({
      clientId,
      bootstrapBrokers: [...brokers],
      idempotent: true,
      retries: SAME_BATCH_TRIES,
      retryDelay: (_producer, _operation, attempt) => pauseMs(attempt),
      connectTimeout: CONNECT_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      metadataMaxAge: 60_000,
    });
    guarded(producer.connections);
    return producer;
  }

  async #discardProducer(): Promise<void> {
    const producer = this.#producer;
    this.#producer = undefined;
    await producer?.close().catch(() => {});
  }

  #name(): string {
    return `publishing to "${this.#options.topic}"`;
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
