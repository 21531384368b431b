/** Host and port of an address, to be shown: never its user or password. */
export function placeOf(url: string, defaultPort: number): string {
  const parsed = URL.parse(url);
  if (!parsed) return 'an address that cannot be read';
  const host = parsed.hostname || parsed.searchParams.get('host') || 'localhost';
  return `${host}:${parsed.port || defaultPort}`;
}
