import type { TelegramSettings } from '@tidemark/contracts/alert-channel';
import type { Poster } from '@tidemark/outgoing/post';
import { fitted, plainText } from './fitted-text.ts';
import type { Message } from './message.ts';
import type { Outcome } from './outcome.ts';
import { posted } from './posted.ts';
import { linkOf, markedTitle } from './wording.ts';

export const TELEGRAM_ORIGIN = 'https://api.telegram.org';
/** UTF-16 code units, which entities are counted in too. */
const MAX_MESSAGE = 4_096;
const MAX_TITLE = 250;
/** The longest that Telegram is left alone because it asks for it, ms. */
const LONGEST_REST_MS = 24 * 3_600_000;

interface Parts {
  poster: Poster;
  origin: string;
  mayBePrivate: boolean;
}

/** Sends by a bot of the owner's: https://core.telegram.org/bots/api#sendmessage */
export async function sendTelegram(
  { poster, origin, mayBePrivate }: Parts,
  { chat_id, token }: TelegramSettings,
  message: Message,
  signal: AbortSignal,
): Promise<Outcome> {
  const request = {
    url: `${origin}/bot${token}/sendMessage`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chat_id, ...written(message) }),
    mayBePrivate,
  };
  const { answer, outcome } = await posted(poster, request, [token], signal);
  if (!answer) return outcome;
  // What is answered to a message that went out repeats it, and who reads it.
  if (outcome.ok) return { ...outcome, answer: `it answered ${answer.status}` };
  return { ...outcome, retryAfterMs: restOf(answer.excerpt) ?? outcome.retryAfterMs };
}

/** Without a parse mode text is plain; what is bold is said beside it. */
function written(message: Message): object {
  const title = fitted(markedTitle(message), { most: MAX_TITLE });
  const link = linkOf(message);
  const end = link === null ? '' : `\n${link}`;
  const most = MAX_MESSAGE - title.length - 1 - end.length;
  const text = fitted(plainText(message.text), { most });
  return {
    text: `${title}\n${text}${end}`,
    entities: [{ type: 'bold', offset: 0, length: title.length }],
    link_preview_options: { is_disabled: true },
  };
}

/** `parameters.retry_after` of an answer, seconds, which no header has. */
function restOf(excerpt: string): number | null {
  const seconds = /"retry_after"\s*:\s*(\d+)/.exec(excerpt)?.[1];
  return seconds === undefined ? null : Math.min(Number(seconds) * 1_000, LONGEST_REST_MS);
}
