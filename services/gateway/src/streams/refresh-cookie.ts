import { REFRESH_COOKIE, SECURE_REFRESH_COOKIE } from '@tidemark/contracts/session';
import { hostnameOf, isLocalHost } from '@tidemark/service/local-host';
import type { Origin } from '../upstreams/proxy-headers.ts';

const MAX_LENGTH = 512;

/**
 * The refresh token among the cookies of an upgrade; null where there is none. As with requests the plain cookie counts
 * where a browser talks plain HTTP to its own machine; everywhere else that one alone which nobody but this very host can
 * have set, by TLS.
 */
export function refreshTokenIn(
  cookies: string | undefined,
  { protocol, host }: Pick<Origin, 'protocol' | 'host'>,
): string | null {
  if (cookies === undefined) return null;
  const isPlain = protocol === 'http' && isLocalHost(hostnameOf(host ?? ''));
  const value = valueOf(cookies, isPlain ? REFRESH_COOKIE : SECURE_REFRESH_COOKIE);
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
