/** Where somebody goes who did not come from anywhere. */
export const HOME = '/dashboard/';

/** Stands in for the page's origin: only whether an address leaves it matters. */
const HERE = 'https://tidemark.invalid';
const SIGN_IN_PAGES = /^\/(?:login|register)(?:\/|$)/;

/**
 * The page to go to after signing in: the path that the address asks for, if it is one of this site and no page for
 * signing in; otherwise the dashboard. What browsers would read as another site is refused: `//evil`, `/\evil`,
 * `javascript:…`, and paths that only become such when they are resolved, like `/.//evil`.
 */
export function returnPath(asked: string | null): string {
  if (asked === null || !asked.startsWith('/') || !URL.canParse(asked, HERE)) return HOME;
  const { origin, pathname, search, hash } = new URL(asked, HERE);
  if (origin !== HERE || pathname.startsWith('//')) return HOME;
  return SIGN_IN_PAGES.test(pathname) ? HOME : `${pathname}${search}${hash}`;
}

/** The sign-in page (or another) that leads back to `path` afterwards. */
export function withReturn(page: string, path: string): string {
  const safe = returnPath(path);
  return safe === HOME ? page : `${page}?next=${encodeURIComponent(safe)}`;
}
