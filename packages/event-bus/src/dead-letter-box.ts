import type { BusLogger } from './bus-logger.ts';
import type { DeadLetter } from './dead-letter.ts';

const KEPT = 100;
const MAX_KNOWN_REASONS = 100;

/** The latest messages that a topic could not deliver. Each reason is logged once. */
export class DeadLetterBox {
  readonly letters: DeadLetter[] = [];
  count = 0;
  readonly #reasons = new Set<string>();
  readonly #logger: BusLogger;

  constructor(logger: BusLogger) {
    this.#logger = logger;
  }

  add(letter: DeadLetter): void {
    this.count += 1;
    this.letters.push(letter);
    if (this.letters.length > KEPT) this.letters.shift();
    this.#logOnce(letter);
  }

  #logOnce({ topic, partition, offset, reason }: DeadLetter): void {
    if (this.#reasons.has(reason) || this.#reasons.size >= MAX_KNOWN_REASONS) return;
    this.#reasons.add(reason);
    this.#logger.warn({ topic, partition, offset, reason }, 'a message went to the dead letters');
  }
}
