import type { LookupFunction } from 'node:net';
import type { Clock } from '@tidemark/clock/clock';
import type { AlertChannelSettings } from '@tidemark/contracts/alert-channel';
import type { MailSender } from '@tidemark/mail/smtp-sender';
import { Poster } from '@tidemark/outgoing/post';
import { sendMail } from './mail-sender.ts';
import type { Message } from './message.ts';
import type { Outcome } from './outcome.ts';
import { sendPush } from './push-sender.ts';
import { sendTelegram, TELEGRAM_ORIGIN } from './telegram-sender.ts';
import type { Vapid } from './vapid.ts';
import { sendWebhook } from './webhook-sender.ts';

/** Where a message goes. */
export type Channel = AlertChannelSettings & {
  channel_id: string;
  /** Of a webhook, as `webhookSecret` makes it; null: the other kinds have none. */
  secret: string | null;
};

export interface Senders {
  /**
   * Tries once, for 40 s at most. What fails is an outcome.
   * @throws the signal's reason when it is aborted; the message may arrive nevertheless
   */
  send(channel: Channel, message: Message, signal: AbortSignal): Promise<Outcome>;
  /** Breaks off what is under way. */
  close(): Promise<void>;
}

export interface SendersParts {
  clock: Clock;
  /** Null: no mail server is set up. */
  mail: MailSender | null;
  vapid: Vapid;
  /** Whether owners may name addresses of this machine and its network. */
  mayBePrivate: boolean;
  /** Where a Bot API server is, wherever that is; left out: Telegram's own. */
  telegramOrigin?: string;
  /** Left out: the system's. */
  lookup?: LookupFunction;
}

export function createSenders(parts: SendersParts): Senders {
  const { clock, mail, vapid, mayBePrivate, telegramOrigin } = parts;
  const poster = new Poster(clock, parts.lookup);
  const ours = { clock, poster, vapid, mail, mayBePrivate };
  const telegram = {
    poster,
    origin: telegramOrigin ?? TELEGRAM_ORIGIN,
    mayBePrivate: telegramOrigin !== undefined,
  };
  return {
    send: (channel, message, signal) => {
      switch (channel.kind) {
        case 'webhook':
          return sendWebhook(ours, channel.settings, channel.secret, message, signal);
        case 'push':
          return sendPush(ours, channel.settings, message, signal);
        case 'mail':
          return sendMail(ours, channel.settings, message, signal);
        case 'telegram':
          return sendTelegram(telegram, channel.settings, message, signal);
      }
    },
    close: () => poster.close(),
  };
}
