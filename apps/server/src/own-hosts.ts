const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1']);

export interface Surroundings {
  /** The address that is listened on. */
  host: string;
  publicUrl: unknown;
}

/**
 * The names that requests may ask for; undefined: any. What listens on this machine alone is asked by its local names, or
 * by the one in `PUBLIC_URL` through a proxy here; what a trusted proxy passes on is not held to them.
 */
export function ownHosts({ host, publicUrl }: Surroundings): string[] | undefined {
  if (!LOOPBACK_HOSTS.has(host)) return undefined;
  const url = typeof publicUrl === 'string' ? URL.parse(publicUrl) : null;
  return url ? [...LOOPBACK, url.hostname] : LOOPBACK;
}
