import type { Clock } from '@tidemark/clock/clock';
import type { Logger } from '@tidemark/telemetry/logger';
import type { OpenChannel } from '../channels/channel.ts';
import type { Message } from '../delivery/message.ts';
import { failed, type Outcome } from '../delivery/outcome.ts';
import type { Senders } from '../delivery/senders.ts';
import { MAILS_A_DAY, type MailBudget } from './mail-budget.ts';

/** A try that takes longer has failed, ms: longer than senders take, and within the lease of what is sent. */
const LONGEST_MS = 50_000;

/** Not sent, and not before `until`, epoch ms. */
export interface PutOff {
  until: number;
  why: string;
}

interface Parts {
  clock: Clock;
  logger: Logger;
  senders: Pick<Senders, 'send'>;
  mails: MailBudget;
}

/** One try to send something: no mail past the day's, and none that takes for ever. */
export class Sending {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Rejects only where mails cannot be counted. */
  async send(
    channel: OpenChannel,
    message: Message,
    signal: AbortSignal,
  ): Promise<Outcome | PutOff> {
    if (channel.kind !== 'mail') return this.#try(channel, message, signal);
    const { mails, logger } = this.#parts;
    const leave = await mails.take(channel.user_id);
    if ('until' in leave) return { ...leave, why: `${MAILS_A_DAY} mails in 24 h are the most` };
    const outcome = await this.#try(channel, message, signal);
    if (!outcome.ok) {
      await mails.giveBack(leave.mailId).catch((error: unknown) => {
        logger.warn({ err: error }, 'a mail that was not sent counts');
      });
    }
    return outcome;
  }

  async #try(channel: OpenChannel, message: Message, signal: AbortSignal): Promise<Outcome> {
    const { clock, logger, senders } = this.#parts;
    const ending = new AbortController();
    const cancel = clock.after(LONGEST_MS, () => ending.abort());
    const both = AbortSignal.any([signal, ending.signal]);
    try {
      return await Promise.race([senders.send(channel, message, both), abortOf(both)]);
    } catch (error) {
      if (ending.signal.aborted)
        return failed(`no answer within ${LONGEST_MS / 1000} s`, { permanent: false });
      if (!signal.aborted) logger.warn({ err: error, kind: channel.kind }, 'a sender failed');
      return failed('could not be sent', { permanent: false });
    } finally {
      cancel();
    }
  }
}

/** Rejects once the signal is aborted: a sender that does not look at it is not waited for. */
async function abortOf(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(new Error('aborted'));
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  return promise;
}
