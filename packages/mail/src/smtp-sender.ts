import { createTransport } from 'nodemailer';
import { isSafe, type Letter } from './letter.ts';

const SUBMISSION_PORT = 587;
const SUBMISSIONS_PORT = 465;
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

/**
 * How a mail server is reached, in the words of nodemailer. `smtps` is TLS from the first byte; `smtp` has to become TLS by STARTTLS before anything is said, but for a server on
 * this machine, which is spoken to in clear. A part of the address that would be ignored is refused.
 * @throws Error where it cannot be read; the words do not repeat it, since it may have a password
 */
export function smtpServerOf(address: string) {
  const url = URL.parse(address);
  if (!url?.hostname) throw new Error('SMTP_URL is no address of a mail server');
  if (!/^\/?$/.test(url.pathname) || url.search || url.hash) {
    throw new Error('SMTP_URL has more than a user, a password, a host and a port');
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const secure = url.protocol === 'smtps:';
  const inClear = !secure && isLoopback(host);
  const user = decodeURIComponent(url.username);
  return {
    host,
    port: Number(url.port) || (secure ? SUBMISSIONS_PORT : SUBMISSION_PORT),
    secure,
    requireTLS: !secure && !inClear,
    ignoreTLS: inClear,
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' as const },
    ...(user && { auth: { user, pass: decodeURIComponent(url.password) } }),
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
