import { TidemarkError } from '@tidemark/contracts/errors';
import type { Visitors } from '@tidemark/http/addresses/visitors';
import type { Origin } from '../upstreams/proxy-headers.ts';

/** Where the page that opens a WebSocket comes from; `none`: it is no page, or does not say. */
export type PageOrigin = 'own' | 'friend' | 'none';

/**
 * Browsers let any page open a WebSocket to anywhere and say only where the page comes from. It must be from us, as the
 * client addressed us or as `PUBLIC_URL` says, or from one of `corsOrigins`.
 * @throws TidemarkError FORBIDDEN, with what to set if the page is ours after all
 */
export function pageOriginOf(
  origin: string | undefined,
  { protocol, host }: Origin,
  { corsOrigins, publicOrigin }: Pick<Visitors, 'corsOrigins' | 'publicOrigin'>,
): PageOrigin {
  if (origin === undefined) return 'none';
  const asked = normal(origin);
  const addressed = normal(`${protocol}://${host ?? ''}`);
  if (asked !== null && (asked === addressed || asked === publicOrigin)) return 'own';
  if (asked !== null && corsOrigins.some((friend) => normal(friend) === asked)) return 'friend';
  throw new TidemarkError(
    'FORBIDDEN',
    `Pages of this origin may not open a WebSocket here, at ${addressed ?? 'no known address'}. Where a proxy is in ` +
      'front, set TRUSTED_PROXIES to its address, or PUBLIC_URL; for pages from elsewhere, CORS_ORIGINS.',
  );
}

/** Scheme, host and port in one spelling; null for what is none, such as the `null` of a sandboxed page. */
function normal(origin: string): string | null {
  const url = URL.parse(origin);
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  return isWeb && url.hostname !== '' ? url.origin : null;
}
