/**
 * Where a server is, for people to read: host, port and number of the database, never the credentials.
 * @throws Error when the address cannot be read; it does not repeat the address
 */
export function redisPlace(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed || !/^rediss?:$/.test(parsed.protocol) || !/^(\/\d*)?$/.test(parsed.pathname)) {
    throw new Error('The address of Redis is not of the form redis://user:password@host:6379/0.');
  }
  return `Redis at ${parsed.hostname || 'localhost'}:${parsed.port || '6379'}${parsed.pathname}`;
}
