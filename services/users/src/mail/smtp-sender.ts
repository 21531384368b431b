import { createTransport } from 'nodemailer';
import { isSafe, type Letter } from './letter.ts';
import { smtpServerOf } from './smtp-server.ts';

/** How long each step may take, ms. */
const CONNECT_MS = 10_000;
const SILENCE_MS = 15_000;

/** Hands letters to a mail server. */
export interface MailSender {
  /** @throws Error with `permanent: true` where another try would end the same */
  send(letter: Letter): Promise<void>;
}

/** Mail is not sent, and another try would not change that. */
export class RefusedLetter extends Error {
  readonly permanent = true;
}

/**
 * Sends by SMTP: under TLS whose certificate is checked, but for a server on this machine.
 * @param url `smtps://user:password@host:port`, or `smtp://` with STARTTLS
 * @param from who mail comes from
 * @throws Error where the address of the server cannot be read
 */
export function smtpSender(url: string, from: string): MailSender {
  const transport = createTransport(
    {
      ...smtpServerOf(url),
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      dnsTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
    },
    { from, headers: { 'Auto-Submitted': 'auto-generated' } },
  );
  return {
    send: async (letter) => {
      if (!isSafe(letter)) throw new RefusedLetter('a mail address or subject is not one line');
      const { to, subject, text } = letter;
      const address = { name: '', address: to };
      await transport.sendMail({
        to: address,
        subject,
        text,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
  };
}
