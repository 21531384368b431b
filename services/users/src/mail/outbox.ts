import type { Clock } from '@tidemark/clock/clock';
import type { Letter } from '@tidemark/mail/letter';
import type { MailSender } from '@tidemark/mail/smtp-sender';
import type { Logger } from '@tidemark/telemetry/logger';
import { within } from '@tidemark/waiting/within';
import PQueue from 'p-queue';
import { Errands } from './errands.ts';

/** Letters that are not sent yet; past it they are dropped, and the log says so. */
const MAX_WAITING = 500;
/** Connections to the mail server at once. */
const AT_ONCE = 2;
/** When a letter that failed is tried again, ms. */
const AGAIN_AFTER_MS = [5_000, 30_000, 120_000];
/** How long a process that stops still sends, ms. */
const LAST_MS = 2_000;

interface Parts {
  clock: Clock;
  logger: Logger;
  /** Null: no mail server is set up, and nothing is sent. */
  sender: MailSender | null;
}

/**
 * Sends letters after the request that caused them was answered, and tries again where the mail server is away. They
 * are kept in memory: a process that stops sends what it can in two seconds, one that dies sends nothing.
 */
export class Outbox {
  readonly #parts: Parts;
  readonly #errands = new Errands(MAX_WAITING);
  readonly #turns = new PQueue({ concurrency: AT_ONCE });
  readonly #stopping = new AbortController();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get isSetUp(): boolean {
    return this.#parts.sender !== null;
  }

  /** What is not sent yet, and what was dropped since the start. */
  get counts(): { size: number; dropped: number } {
    return this.#errands;
  }

  /** False: no mail is sent from here, or too many letters wait; this one is dropped. */
  post(letter: Letter): boolean {
    const { sender } = this.#parts;
    if (!sender) return false;
    const taken = this.#errands.add(() => this.#deliver(sender, letter));
    if (!taken) this.#parts.logger.error({ subject: letter.subject }, 'too much mail waits');
    return taken;
  }

  /** Sends what waits without waiting any longer, for two seconds. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await within(this.#parts.clock, LAST_MS, this.#errands.settled());
    const left = this.#errands.size;
    if (left > 0) this.#parts.logger.error({ left }, 'mail was not sent before the stop');
  }

  async #deliver(sender: MailSender, letter: Letter): Promise<void> {
    let failure = await this.#attempt(sender, letter);
    for (const ms of AGAIN_AFTER_MS) {
      if (!failure || isPermanent(failure) || this.#stopping.signal.aborted) break;
      await this.#parts.clock.sleep(ms, this.#stopping.signal).catch(() => undefined);
      failure = await this.#attempt(sender, letter);
    }
    if (failure) this.#tell(letter, failure);
  }

  /** What went wrong; null: it is sent. */
  async #attempt(sender: MailSender, letter: Letter): Promise<Error | null> {
    try {
      await this.#turns.add(() => sender.send(letter));
      return null;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  /** The text stays out of the log: it may have a link that opens an account. */
  #tell({ to, subject }: Letter, failure: Error): void {
    const reason = failure.message;
    this.#parts.logger.error({ to, subject, reason }, 'mail could not be sent');
  }
}

/** nodemailer marks so what the mail server has refused for good. */
function isPermanent(failure: Error): boolean {
  return 'permanent' in failure && failure.permanent === true;
}
