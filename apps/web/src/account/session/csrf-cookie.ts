import type { CSRF_COOKIE, SECURE_CSRF_COOKIE } from '@tidemark/contracts/session';

const PLAIN: typeof CSRF_COOKIE = 'tidemark_csrf';
/** Where the server marks it `Secure`; nobody but this host can have set it. */
const SECURE: typeof SECURE_CSRF_COOKIE = '__Host-tidemark_csrf';

/** The readable half of a browser's session: who has it may ask for an access token. */
export interface CsrfCookie {
  /** Null: this browser has no session. */
  read(): string | null;
  /** Forgets it, so that nobody asks with it again. */
  drop(): void;
}

/** The value of a cookie in `document.cookie`'s form; null when it is not there or empty. */
export function readCookie(cookies: string, name: string): string | null {
  for (const part of cookies.split(';')) {
    const at = part.indexOf('=');
    if (at === -1 || part.slice(0, at).trim() !== name) continue;
    const value = part.slice(at + 1).trim();
    return value === '' ? null : value;
  }
  return null;
}

/** The cookie of this page's origin. */
export const csrfCookie: CsrfCookie = {
  read: () => readCookie(document.cookie, SECURE) ?? readCookie(document.cookie, PLAIN),
  drop: () => {
    document.cookie = `${PLAIN}=; Path=/; Max-Age=0; SameSite=Strict`;
    document.cookie = `${SECURE}=; Path=/; Max-Age=0; SameSite=Strict; Secure`;
  },
};
