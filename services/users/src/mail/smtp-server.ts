const SUBMISSION_PORT = 587;
const SUBMISSIONS_PORT = 465;

/** How a mail server is reached, in the words of nodemailer. */
export interface SmtpServer {
  host: string;
  port: number;
  secure: boolean;
  requireTLS: boolean;
  ignoreTLS: boolean;
  tls: { rejectUnauthorized: true; minVersion: 'TLSv1.2' };
  auth?: { user: string; pass: string };
}

/**
 * `smtps` is TLS from the first byte; `smtp` has to become TLS by STARTTLS before anything is said, but for a server on
 * this machine, which is spoken to in clear. A part of the address that would be ignored is refused.
 * @throws Error where it cannot be read; the words do not repeat it, since it may have a password
 */
export function smtpServerOf(address: string): SmtpServer {
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
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    ...(user && { auth: { user, pass: decodeURIComponent(url.password) } }),
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
