const LOCAL_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a name in `Host`, without its port, is this machine's own. Between a browser and its own machine there is no
 * network, so that session cookies go by plain HTTP there and nowhere else.
 */
export function isLocalHost(hostname: string): boolean {
  return LOCAL_HOSTS.has(hostname);
}

/** The name in a `Host` header, without its port; an IPv6 address in its brackets. */
export function hostnameOf(host: string): string {
  return host.replace(/:\d*$/, '').toLowerCase();
}
