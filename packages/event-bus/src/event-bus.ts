import type { Topic, TopicValue } from '@tidemark/contracts/topics';

export interface OutgoingMessage<V> {
  /** Messages of one key keep their order. */
  key: string;
  value: V;
}

export interface Message<V> {
  key: string;
  value: V;
  partition: number;
  /** Position in the partition; grows by one a message. */
  offset: number;
}

/** Next offset to read of a partition. */
export interface Position {
  partition: number;
  offset: number;
}

export interface SubscribeOptions<V> {
  /**
   * Members of a group share the topic's partitions: each message goes to one member. Without a group the
   * subscriber reads every message from now on, and nothing is committed (a broadcast). A group that was never
   * there begins with what is published once `subscribe` has resolved; one that was goes on from its commit.
   */
  group?: string;
  /**
   * `auto` (default): a batch's offsets are committed when `onBatch` resolves. `manual`: the subscriber calls
   * `commit` once the work is stored; the bus redelivers from the last commit after a restart.
   */
  commit?: 'auto' | 'manual';
  /** At most this many messages a batch. Default 500. */
  maxBatch?: number;
  /**
   * Handles messages of one or more partitions, in order within each. One batch at a time. A rejection redelivers
   * the same batch after a pause: delivery is at least once.
   */
  onBatch(messages: Message<V>[]): Promise<void> | void;
  /** Partitions came to this member, before any of their messages. */
  onAssigned?(partitions: number[]): Promise<void>;
  /** Partitions go to another member, or the subscription closes; commit what is done before this resolves. */
  onRevoked?(partitions: number[]): Promise<void>;
}

export interface Subscription {
  /** Commits positions (manual mode); an older position than the committed one changes nothing. */
  commit(positions: readonly Position[]): Promise<void>;
  /** Stops delivery, waits for the batch in hand, leaves the group. Not to be awaited inside a handler. */
  close(): Promise<void>;
}

/**
 * Kafka's semantics: topics of partitions, per-key order, consumer groups, at-least-once delivery, bounded buffers
 * with back-pressure. Every value is encoded on publish and decoded and checked by the topic's schema on delivery;
 * what does not fit goes to the dead-letter topic `<topic>.dead` and never to a handler.
 */
export interface EventBus {
  /**
   * Resolves when the broker has the messages; waits while the topic is full.
   * @throws TypeError when a value does not fit the topic's schema: a bug in the publisher
   */
  publish<T extends Topic>(
    topic: T,
    messages: readonly OutgoingMessage<TopicValue<T>>[],
  ): Promise<void>;
  subscribe<T extends Topic>(
    topic: T,
    options: SubscribeOptions<TopicValue<T>>,
  ): Promise<Subscription>;
  /** The partition that a key belongs to (Kafka's default: murmur2 of the key's bytes). */
  partitionFor(topic: Topic, key: string): number;
  ping(): Promise<void>;
  /** Resolves once subscriptions are closed and what was published is handed over. */
  close(): Promise<void>;
}

/** What the bus needs of a logger; pino's fits. */
export interface BusLogger {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const silentLogger: BusLogger = { warn: () => {}, error: () => {} };
