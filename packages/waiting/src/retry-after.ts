/**
 * Milliseconds that a `Retry-After` header (RFC 9110, 10.2.3: seconds, or an HTTP date) asks for; null where it is absent or
 * unreadable.
 * @param now epoch ms
 * @param mostMs the longest that is obeyed
 */
export function parseRetryAfter(
  header: string | null | undefined,
  now: number,
  mostMs: number,
): number | null {
  if (!header) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), mostMs);
}
