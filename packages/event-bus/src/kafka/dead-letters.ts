import type { BusLogger } from '../event-bus.ts';
import { DeadLetterLog, type DeadLetter } from '../dead-letter.ts';

export interface DeadLettersOptions {
  /** Sends a letter to the dead-letter topic. */
  send(letter: DeadLetter): Promise<void>;
  logger: BusLogger;
}

/** Sends what could not be delivered to the dead-letter topic. Each reason is logged once. */
export class DeadLetters {
  readonly #options: DeadLettersOptions;
  readonly #sending = new Set<Promise<void>>();
  readonly #log: DeadLetterLog;

  constructor(options: DeadLettersOptions) {
    this.#options = options;
    this.#log = new DeadLetterLog(options.logger);
  }

  add(letter: DeadLetter): void {
    this.#log.say(letter);
    const sent = this.#send(letter).finally(() => this.#sending.delete(sent));
    this.#sending.add(sent);
  }

  /** Resolves once every letter so far is stored, or was refused. */
  async stored(): Promise<void> {
    await Promise.all(this.#sending);
  }

  async #send(letter: DeadLetter): Promise<void> {
    try {
      await this.#options.send(letter);
    } catch (error) {
      const { topic, partition, offset } = letter;
      const fields = { topic, partition, offset, err: error };
      this.#options.logger.error(fields, 'a dead letter could not be stored and is lost');
    }
  }
}
