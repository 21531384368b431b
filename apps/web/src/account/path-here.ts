/** The whole address of this page, or the one that a page for signing in will lead back to. In the browser alone. */
export function pathHere(): string {
  const { pathname, search, hash } = window.location;
  return new URLSearchParams(search).get('next') ?? `${pathname}${search}${hash}`;
}
