import { REFRESH_COOKIE, SECURE_REFRESH_COOKIE } from '@tidemark/contracts/session';

const MAX_LENGTH = 512;

/**
 * The refresh token among the cookies of an upgrade; null where there is none. Under TLS only the cookie counts that
 * nobody but this very host can have set.
 */
export function refreshTokenIn(cookies: string | undefined, protocol: string): string | null {
  if (cookies === undefined) return null;
  const secure = valueOf(cookies, SECURE_REFRESH_COOKIE);
  const value = secure ?? (protocol === 'http' ? valueOf(cookies, REFRESH_COOKIE) : null);
  return value !== null && value !== '' && value.length <= MAX_LENGTH ? value : null;
}

/** The first cookie of this name: where there are several, browsers send the one of the narrower path first. */
function valueOf(cookies: string, name: string): string | null {
  for (const cookie of cookies.split(';')) {
    const at = cookie.indexOf('=');
    if (at > 0 && cookie.slice(0, at).trim() === name) return cookie.slice(at + 1).trim();
  }
  return null;
}
