import type { Topic, TopicValue } from '@tidemark/contracts/topics';
import type { OutgoingMessage } from './event-bus.ts';
import { TopicWriter, type TopicWriterParts } from './topic-writer.ts';

export interface LatestOutboxParts<T extends Topic> extends TopicWriterParts<T> {
  /** Past this the messages that wait longest are dropped, and counted. */
  maxWaiting: number;
  /** Messages a publish, at most. */
  maxBatch: number;
}

/**
 * Messages of one topic on their way to the bus, the latest of each name. What the bus does not take stays, and goes
 * with the next call of `tell`.
 */
export class LatestOutbox<T extends Topic> {
  readonly #parts: LatestOutboxParts<T>;
  readonly #writer: TopicWriter<T>;
  readonly #waiting = new Map<string, OutgoingMessage<TopicValue<T>>>();
  #telling: Promise<boolean> | null = null;
  #told = 0;
  #dropped = 0;

  constructor(parts: LatestOutboxParts<T>) {
    this.#parts = parts;
    this.#writer = new TopicWriter(parts);
  }

  get topic(): string {
    return this.#writer.topic.name;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Messages that the bus has, since the start. */
  get told(): number {
    return this.#told;
  }

  /** Messages that the topic's schema refused, since the start. */
  get refused(): number {
    return this.#writer.refused;
  }

  /** Messages that found no room, since the start. */
  get dropped(): number {
    return this.#dropped;
  }

  /** The message that waits under a name. */
  get(name: string): TopicValue<T> | undefined {
    return this.#waiting.get(name)?.value;
  }

  /** Has a message told after those that wait, in place of the one that waits under its name. */
  put(name: string, message: OutgoingMessage<TopicValue<T>>): void {
    this.#waiting.delete(name);
    this.#waiting.set(name, message);
    for (const oldest of this.#waiting.keys()) {
      if (this.#waiting.size <= this.#parts.maxWaiting) return;
      this.#waiting.delete(oldest);
      this.#dropped += 1;
    }
  }

  /** Forgets what waits under the keys that `isGone`. */
  forget(isGone: (key: string) => boolean): void {
    for (const [name, { key }] of this.#waiting) if (isGone(key)) this.#waiting.delete(name);
  }

  /** Tells what waits, or joins the telling under way. Resolves to whether nothing is left; never rejects. */
  tell(): Promise<boolean> {
    if (this.#waiting.size === 0) return Promise.resolve(true);
    this.#telling ??= this.#tellAll();
    return this.#telling;
  }

  async #tellAll(): Promise<boolean> {
    let taken = true;
    while (taken && this.#waiting.size > 0) taken = await this.#tellSome();
    // In the same turn as the last look: what is put from here on begins a telling of its own.
    this.#telling = null;
    return taken;
  }

  /** False: the bus takes nothing now. */
  async #tellSome(): Promise<boolean> {
    const batch = [...this.#waiting.entries().take(this.#parts.maxBatch)];
    const refusedBefore = this.refused;
    const left = new Set(await this.#writer.write(batch.map(([, message]) => message)));
    this.#told += batch.length - left.size - (this.refused - refusedBefore);
    for (const [name, message] of batch) {
      const isNewest = this.#waiting.get(name) === message;
      if (isNewest && !left.has(message)) this.#waiting.delete(name);
    }
    return left.size === 0;
  }
}
