import { TidemarkError } from '@tidemark/contracts/errors';
import type { Origin } from '../upstreams/proxy-headers.ts';

/** Where the page that opens a WebSocket comes from; `none`: it is no page, or does not say. */
export type PageOrigin = 'own' | 'friend' | 'none';

/**
 * Browsers let any page open a WebSocket to anywhere and say only where the page comes from. It must be from us, as the
 * client addressed us, or from one of `friends`.
 * @throws TidemarkError FORBIDDEN
 */
export function pageOriginOf(
  origin: string | undefined,
  { protocol, host }: Origin,
  friends: readonly string[],
): PageOrigin {
  if (origin === undefined) return 'none';
  const asked = normal(origin);
  if (asked !== null && asked === normal(`${protocol}://${host ?? ''}`)) return 'own';
  if (asked !== null && friends.some((friend) => normal(friend) === asked)) return 'friend';
  throw new TidemarkError('FORBIDDEN', 'Pages of this origin may not open a WebSocket here.');
}

/** Scheme, host and port in one spelling; null for what is none, such as the `null` of a sandboxed page. */
function normal(origin: string): string | null {
  const url = URL.parse(origin);
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  return isWeb && url.hostname !== '' ? url.origin : null;
}
