import type { Clock } from '@tidemark/clock/clock';
import type { Topic, TopicValue } from '@tidemark/contracts/topics';
import {
  type BusLogger,
  type EventBus,
  type OutgoingMessage,
  type Position,
  silentLogger,
  type SubscribeOptions,
  type Subscription,
} from './event-bus.ts';
import { ConsumerGroup } from './consumer-group.ts';
import { DeadLetterLog, deadLetterTopic } from './dead-letter.ts';
import { GroupMember } from './group-member.ts';
import { MemoryTopic, type EncodedMessage } from './memory-topic.ts';
import { encodeValue, validatorOf } from './message-codec.ts';

/** How long a broadcast may hold publishers up before it loses what it has not read. */
const BROADCAST_PATIENCE_MS = 5_000;

export interface MemoryEventBusOptions {
  clock: Clock;
  logger?: BusLogger;
  /** Messages of a partition that wait to be read before publishers wait. Default 10,000. */
  maxBuffered?: number;
}

/** Kafka's semantics in one process. What is not committed is gone when the process ends. */
export class MemoryEventBus implements EventBus {
  readonly #clock: Clock;
  readonly #logger: BusLogger;
  readonly #maxBuffered: number;
  readonly #topics = new Map<string, MemoryTopic>();
  readonly #deadLetters: DeadLetterLog;
  readonly #subscriptions = new Set<Subscription>();
  /** Cancels the timers of the topics whose publishers wait. */
  readonly #watched = new Map<MemoryTopic, () => void>();
  #broadcasts = 0;
  #closing: Promise<void> | undefined;
  #closed = false;

  constructor(options: MemoryEventBusOptions) {
    this.#clock = options.clock;
    this.#logger = options.logger ?? silentLogger;
    this.#deadLetters = new DeadLetterLog(this.#logger);
    this.#maxBuffered = options.maxBuffered ?? 10_000;
  }

  publish<T extends Topic>(
    topic: T,
    messages: readonly OutgoingMessage<TopicValue<T>>[],
  ): Promise<void> {
    try {
      const state = this.#topic(topic);
      const published = state.publish(this.#encode(topic, messages));
      if (state.hasWaiting()) this.#watch(state);
      return published;
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  async subscribe<T extends Topic>(
    topic: T,
    options: SubscribeOptions<TopicValue<T>>,
  ): Promise<Subscription> {
    const state = this.#topic(topic);
    const broadcast = options.group === undefined;
    const group = state.group(options.group ?? `broadcast ${++this.#broadcasts}`, broadcast);
    const commit = broadcast ? 'auto' : (options.commit ?? 'auto');
    const member = this.#member(topic, state, group, { ...options, commit });
    const subscription = this.#subscription(state, group, member);
    this.#subscriptions.add(subscription);
    await group.join(member);
    return subscription;
  }

  partitionFor(topic: Topic, key: string): number {
    return this.#topic(topic).partitionFor(key);
  }

  ping(): Promise<void> {
    return this.#closed ? Promise.reject(closedError()) : Promise.resolve();
  }

  /** Waits until every subscriber has read what was published; they may publish meanwhile. */
  close(): Promise<void> {
    this.#closing ??= this.#drainAndClose();
    return this.#closing;
  }

  /** Messages that `group` has not committed; 0 for a group that never was. */
  lag(topic: Topic, group: string): number {
    return this.#topics.get(topic.name)?.groups.get(group)?.lag() ?? 0;
  }

  /** Messages kept now, and messages dropped since the start for readers that did not come for them. */
  counts(topic: Topic): { kept: number; dropped: number } {
    const state = this.#topics.get(topic.name);
    return { kept: state?.kept() ?? 0, dropped: state?.dropped ?? 0 };
  }

  #topic({ name, partitions }: Topic): MemoryTopic {
    if (this.#closed) throw closedError();
    let state = this.#topics.get(name);
    if (!state) {
      state = new MemoryTopic(name, partitions, this.#maxBuffered, this.#logger);
      this.#topics.set(name, state);
    }
    return state;
  }

  #encode(topic: Topic, messages: readonly OutgoingMessage<unknown>[]): EncodedMessage[] {
    const validator = validatorOf(topic.schema);
    return messages.map(({ key, value }) => ({
      key,
      json: encodeValue(topic.name, validator, value),
    }));
  }

  #member(
    topic: Topic,
    state: MemoryTopic,
    group: ConsumerGroup,
    options: SubscribeOptions<unknown>,
  ): GroupMember {
    const source = {
      topic: topic.name,
      logs: state.logs,
      validator: validatorOf(topic.schema),
      clock: this.#clock,
      logger: this.#logger,
      committed: (partition: number) => group.committed(partition),
      commit: (member: GroupMember, partition: number, offset: number) =>
        group.commit(member, partition, offset),
      advanced: () => state.release(),
      refused: (partition: number, offset: number, reason: string) =>
        this.#refuse(state, partition, offset, reason),
    };
    return new GroupMember(source, options);
  }

  #subscription(state: MemoryTopic, group: ConsumerGroup, member: GroupMember): Subscription {
    const close = async (): Promise<void> => {
      await group.leave(member);
      if (group.broadcast) state.remove(group);
      this.#subscriptions.delete(subscription);
    };
    let closing: Promise<void> | undefined;
    const subscription: Subscription = {
      commit: async (positions: readonly Position[]) => {
        for (const { partition, offset } of positions) group.commit(member, partition, offset);
        state.release();
      },
      close: () => (closing ??= close()),
    };
    return subscription;
  }

  #refuse(state: MemoryTopic, partition: number, offset: number, reason: string): void {
    const log = state.logs[partition];
    if (!log) return;
    const key = log.key(offset);
    const value = log.json(offset);
    const letter = { topic: state.name, partition, offset, key, value, reason };
    this.#deadLetters.say(letter);
    const dead = this.#topic(deadLetterTopic(state));
    const message = [{ key, json: JSON.stringify(letter) }];
    if (dead.hasRoomFor(message)) dead.append(message);
  }

  /** Publishers wait: say for whom, and let no broadcast hold them for ever. */
  #watch(state: MemoryTopic): void {
    if (this.#watched.has(state)) return;
    const cancel = this.#clock.after(BROADCAST_PATIENCE_MS, () => {
      this.#watched.delete(state);
      if (!state.hasWaiting()) return;
      const fields = { topic: state.name, groups: state.holders() };
      this.#logger.warn(fields, 'publishers wait for slow readers');
      state.overtakeBroadcasts();
      if (state.hasWaiting()) this.#watch(state);
    });
    this.#watched.set(state, cancel);
  }

  async #drainAndClose(): Promise<void> {
    for (let busy = this.#busy(); busy.length > 0; busy = this.#busy()) await Promise.all(busy);
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.close()));
    for (const cancel of this.#watched.values()) cancel();
    this.#closed = true;
  }

  #busy(): Promise<void>[] {
    return [...this.#topics.values()]
      .flatMap((topic) => [...topic.groups.values()])
      .flatMap((group) => group.members)
      .flatMap((member) => member.working ?? []);
  }
}

function closedError(): Error {
  return new Error('The event bus is closed.');
}
