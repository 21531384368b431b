/**
 * Where a server is, for people to read: host, port and name of the database, never the credentials.
 * @throws Error when the address cannot be read; it does not repeat the address
 */
export function postgresPlace(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new Error(
      'The address of PostgreSQL is not of the form postgresql://user:password@host:5432/name.',
    );
  }
  const host = parsed.searchParams.get('host') ?? decodeURIComponent(parsed.hostname);
  return `PostgreSQL at ${host || 'localhost'}:${parsed.port || '5432'}${parsed.pathname}`;
}
