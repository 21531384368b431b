import type { Clock } from '@tidemark/clock/clock';
import type { Topic, TopicValue } from '@tidemark/contracts/topics';
import {
  type BusLogger,
  type EventBus,
  type OutgoingMessage,
  silentLogger,
  type SubscribeOptions,
  type Subscription,
} from './event-bus.ts';
import { deadLetterTopic, type DeadLetter } from './dead-letter.ts';
import { BroadcastSubscription } from './kafka/broadcast-subscription.ts';
import { Cluster } from './kafka/cluster.ts';
import { FaultLog } from './kafka/fault-log.ts';
import { GroupSubscription } from './kafka/group-subscription.ts';
import { Publisher } from './kafka/publisher.ts';
import type { ReaderOptions } from './kafka/reader.ts';
import { TopicAdmin } from './kafka/topic-admin.ts';
import { encodeValue, validatorOf } from './message-codec.ts';
import { partitionOf } from './murmur2.ts';

const DEFAULT_PUBLISH_TIMEOUT_MS = 60_000;
const DEAD = /\.dead$/;

export interface KafkaEventBusOptions {
  /** Where to ask first: `host:port` of one broker or more. */
  brokers: readonly string[];
  /** Before the name of every topic and group: '' or such as 'simulated.'. */
  prefix: string;
  /** Names this process to the broker. */
  clientId: string;
  clock: Clock;
  logger?: BusLogger;
  /** How long a publisher waits for a broker that is away, in milliseconds. Default 60,000. */
  publishTimeoutMs?: number;
}

type StartableSubscription = Subscription & { start(): Promise<void> };

/** The bus on Kafka 3.9 or later. Construction connects to nothing; brokers that come late or die are waited for. */
export class KafkaEventBus implements EventBus {
  readonly #options: KafkaEventBusOptions;
  readonly #logger: BusLogger;
  readonly #cluster: Cluster;
  readonly #admin: TopicAdmin;
  readonly #publishers = new Map<string, Publisher>();
  readonly #subscriptions = new Set<Subscription>();
  readonly #stop = new AbortController();
  #closing: Promise<void> | undefined;
  /** No message is taken any more; until then, handlers in hand may publish. */
  #closed = false;

  constructor(options: KafkaEventBusOptions) {
    const { brokers, clientId, clock } = options;
    this.#options = options;
    this.#logger = options.logger ?? silentLogger;
    const faults = new FaultLog(clock, this.#logger);
    this.#cluster = new Cluster({ brokers, clientId, clock, faults });
    this.#admin = new TopicAdmin(this.#cluster);
  }

  /**
   * @throws Error when no broker took the messages in `publishTimeoutMs`, or one refused them for good; some may have
   * been stored
   */
  async publish<T extends Topic>(
    topic: T,
    messages: readonly OutgoingMessage<TopicValue<T>>[],
  ): Promise<void> {
    if (this.#closed) throw closedError();
    const validator = validatorOf(topic.schema);
    const records = messages.map(({ key, value }) => ({
      key: Buffer.from(key),
      value: Buffer.from(encodeValue(topic.name, validator, value)),
      partition: this.partitionFor(topic, key),
    }));
    await this.#publisher(topic).publish(records);
  }

  /** Waits for the broker as long as it takes; rejects when the bus is closed meanwhile. */
  async subscribe<T extends Topic>(
    topic: T,
    options: SubscribeOptions<TopicValue<T>>,
  ): Promise<Subscription> {
    this.#refuseIfClosed();
    await this.#waitForTopic(topic);
    this.#refuseIfClosed();
    const subscription = this.#newSubscription(topic, options);
    this.#subscriptions.add(subscription);
    const close = subscription.close.bind(subscription);
    subscription.close = () => close().finally(() => this.#subscriptions.delete(subscription));
    try {
      await subscription.start();
    } catch (error) {
      await subscription.close();
      throw error;
    }
    return subscription;
  }

  partitionFor(topic: Topic, key: string): number {
    return partitionOf(key, topic.partitions);
  }

  /** Resolves when a broker answers within two seconds. */
  async ping(): Promise<void> {
    this.#refuseIfClosed();
    await this.#cluster.ping();
  }

  /**
   * What nobody has read yet is on the broker's disk, where the groups find it. Takes some 20 s at most when no broker
   * answers, and the time of the batches in hand.
   */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#stop.abort(closedError());
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.close()));
    this.#closed = true;
    await Promise.all([...this.#publishers.values()].map((publisher) => publisher.close()));
    await this.#admin.close();
    await this.#cluster.close();
  }

  #newSubscription(topic: Topic, subscriber: SubscribeOptions<unknown>): StartableSubscription {
    const options: ReaderOptions = {
      cluster: this.#cluster,
      topic,
      name: this.#nameOf(topic),
      logger: this.#logger,
      subscriber,
      bury: (letter) => this.#bury(topic, letter),
    };
    if (subscriber.group === undefined) {
      return new BroadcastSubscription({
        ...options,
        subscriber: { ...subscriber, commit: 'auto' },
      });
    }
    return new GroupSubscription(options, this.#groupOf(topic, subscriber.group));
  }

  #publisher(topic: Topic): Publisher {
    const name = this.#nameOf(topic);
    let publisher = this.#publishers.get(name);
    if (!publisher) {
      publisher = new Publisher({
        cluster: this.#cluster,
        topic: name,
        prepare: () => this.#ensure(topic),
        timeoutMs: this.#options.publishTimeoutMs ?? DEFAULT_PUBLISH_TIMEOUT_MS,
      });
      this.#publishers.set(name, publisher);
    }
    return publisher;
  }

  #bury(topic: Topic, letter: DeadLetter): Promise<void> {
    const { key } = letter;
    const value = Buffer.from(JSON.stringify(letter));
    const record = { key: Buffer.from(key), value, partition: 0 };
    return this.#publisher(deadLetterTopic(topic)).publish([record]);
  }

  async #waitForTopic(topic: Topic): Promise<void> {
    const what = `preparing "${this.#nameOf(topic)}"`;
    await this.#cluster.untilDone(what, this.#stop.signal, () => this.#ensure(topic));
  }

  #ensure(topic: Topic): Promise<void> {
    const topics = DEAD.test(topic.name) ? [topic] : [topic, deadLetterTopic(topic)];
    return this.#admin.ensure(
      topics.map((one) => ({ name: this.#nameOf(one), partitions: one.partitions })),
    );
  }

  #nameOf(topic: Pick<Topic, 'name'>): string {
    return `${this.#options.prefix}${topic.name}`;
  }

  /** A group belongs to one topic: what another topic's subscribers do does not share it out anew. */
  #groupOf(topic: Topic, group: string): string {
    return `${this.#options.prefix}${group}.${topic.name}`;
  }

  #refuseIfClosed(): void {
    if (this.#closing) throw closedError();
  }
}

function closedError(): Error {
  return new Error('The event bus is closed.');
}
