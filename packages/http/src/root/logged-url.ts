/** Parameters whose values open something. */
const SECRET = /([?&;](?:[\w-]*[-_])?(?:ticket|token|code|key|password|secret)=)[^&;#]*/gi;
/** The same, for names that are written with escapes. */
const ESCAPED_NAME = /[?&;][^=&;#]*%[^=&;#]*=/;

/** A URL as it may stand in a log: without the values of parameters that open something. */
export function loggedUrl(url: string): string {
  const at = url.indexOf('?');
  if (at === -1) return url;
  const query = url.slice(at);
  // Nobody of good will escapes the letters of a name; which name it is is not worth finding out.
  if (ESCAPED_NAME.test(query)) return `${url.slice(0, at)}?…`;
  return url.slice(0, at) + query.replace(SECRET, '$1…');
}
