import type { Clock } from '@tidemark/clock/clock';
import type { MailSettings } from '@tidemark/contracts/alert-channel';
import type { MailSender } from '@tidemark/mail/smtp-sender';
import { fitted, plainText } from './fitted-text.ts';
import type { Message } from './message.ts';
import { failed, type Outcome } from './outcome.ts';
import { linkOf, markedTitle } from './wording.ts';

/** For all that is said with the mail server, ms. */
const TIMEOUT_MS = 40_000;
const MAX_SUBJECT = 200;
const MAX_TEXT = 10_000;

interface Parts {
  clock: Clock;
  /** Null: no mail server is set up. */
  mail: MailSender | null;
}

/**
 * Sends a letter. One that is broken off, or not taken in time, may still arrive.
 * @throws the signal's reason when it is aborted
 */
export async function sendMail(
  { clock, mail }: Parts,
  { address }: MailSettings,
  message: Message,
  signal: AbortSignal,
): Promise<Outcome> {
  signal.throwIfAborted();
  if (!mail) return failed('no mail server is set up here', { permanent: true });
  const done = new AbortController();
  try {
    const sent = mail.send(letterOf(address, message)).then(() => true);
    const late = clock.sleep(TIMEOUT_MS, AbortSignal.any([signal, done.signal]));
    if (await Promise.race([sent, late.then(() => false)])) return TAKEN;
    const words = `the mail server did not take it within ${TIMEOUT_MS / 1_000} s`;
    return failed(words, { permanent: false });
  } catch (error) {
    signal.throwIfAborted();
    return failed(wordsOf(error), { permanent: isPermanent(error) });
  } finally {
    done.abort();
  }
}

const TAKEN: Outcome = {
  ok: true,
  answer: 'the mail server took it',
  retryAfterMs: null,
  permanent: false,
};

function letterOf(to: string, message: Message) {
  const text = fitted(plainText(message.text), { most: MAX_TEXT });
  const link = linkOf(message);
  return {
    to,
    subject: fitted(markedTitle(message), { most: MAX_SUBJECT }),
    text: link === null ? `${text}\n` : `${text}\n\n${link}\n`,
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** So marked is what the mail server has refused for good. */
function isPermanent(error: unknown): boolean {
  return error instanceof Error && 'permanent' in error && error.permanent === true;
}
