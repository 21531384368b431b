import type { Topic, TopicValue } from '@tidemark/contracts/topics';
import { Reasons } from './dead-letter.ts';
import type { BusLogger, EventBus, OutgoingMessage } from './event-bus.ts';

/** What a writer needs of a logger; pino's fits. */
export interface WriterLogger extends BusLogger {
  info(message: string): void;
}

export interface TopicWriterParts<T extends Topic> {
  bus: EventBus;
  topic: T;
  logger: WriterLogger;
  /** What the messages are, for the log: `candles`. */
  what: string;
}

/**
 * Writes to one topic on behalf of what keeps messages until the bus has them. A message that the topic's schema refuses
 * would be refused for ever: it is dropped, counted, and its reason logged once, and the others go on without it.
 */
export class TopicWriter<T extends Topic> {
  readonly #parts: TopicWriterParts<T>;
  readonly #reasons = new Reasons();
  #refused = 0;
  #failing = false;

  constructor(parts: TopicWriterParts<T>) {
    this.#parts = parts;
  }

  get topic(): T {
    return this.#parts.topic;
  }

  /** Messages that the schema refused, since the start. */
  get refused(): number {
    return this.#refused;
  }

  /** Whether the bus took nothing at the last attempt. */
  get failing(): boolean {
    return this.#failing;
  }

  /**
   * Publishes in order, and resolves to the messages that the bus did not take because it is away, to be written again;
   * some of them may have got there. Never rejects.
   */
  async write(
    messages: readonly OutgoingMessage<TopicValue<T>>[],
  ): Promise<readonly OutgoingMessage<TopicValue<T>>[]> {
    // Parts that are still to be written, the next one last: a part that is refused is tried in halves.
    const parts = [messages];
    for (let part = parts.pop(); part; part = parts.pop()) {
      if (part.length === 0) continue;
      try {
        await this.#parts.bus.publish(this.#parts.topic, part);
        this.#say(null);
      } catch (error) {
        if (!(error instanceof TypeError)) {
          this.#say(error);
          return [part, ...parts.reverse()].flat();
        }
        const middle = Math.ceil(part.length / 2);
        if (part.length === 1) this.#refuse(error);
        else parts.push(part.slice(middle), part.slice(0, middle));
      }
    }
    return [];
  }

  #refuse({ message }: TypeError): void {
    this.#refused += 1;
    if (!this.#reasons.isNew(message)) return;
    const { topic, logger } = this.#parts;
    const fields = { topic: topic.name, reason: message };
    logger.error(
      fields,
      'a message does not fit its topic and is dropped; more like it are counted',
    );
  }

  #say(error: unknown): void {
    const { logger, what } = this.#parts;
    if (error !== null && !this.#failing) {
      logger.warn({ err: error }, `the bus does not take ${what}; they are told later`);
    }
    if (error === null && this.#failing) logger.info(`${what} reach the bus again`);
    this.#failing = error !== null;
  }
}
