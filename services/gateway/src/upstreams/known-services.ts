import type { UpstreamVariable } from '../config.ts';

/** A service that the gateway can stand in front of, and how it is reached where it runs in another process. */
export interface KnownService {
  /** The name of its module, and the audience of identity tokens for it. */
  name: string;
  /** Paths that belong to it, with everything below them. */
  prefixes: readonly string[];
  /** The variable that lists its replicas. */
  variable: UpstreamVariable;
  /** Whether it is given the cookies of browsers; no other service has a use for them. */
  takesCookies?: boolean;
}

/** One line for each service; a service that is not here is not reached through the gateway. */
export const KNOWN_SERVICES: readonly KnownService[] = [
  {
    name: 'market-data',
    prefixes: ['/api/market'],
    variable: 'MARKET_DATA_URL',
  },
  {
    name: 'users',
    prefixes: ['/api/users', '/api/admin'],
    variable: 'USERS_URL',
    takesCookies: true,
  },
  {
    name: 'analytics',
    prefixes: ['/api/analytics'],
    variable: 'ANALYTICS_URL',
  },
];

/** The known services that do not run in this process. */
export function absentServices(here: ReadonlySet<string>): KnownService[] {
  return KNOWN_SERVICES.filter(({ name }) => !here.has(name));
}

/** The service that owns a path or the pattern of a route, such as `/api/market/price/:coin_id`. */
export function ownerOf(path: string): string | undefined {
  return KNOWN_SERVICES.find(({ prefixes }) =>
    prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`)),
  )?.name;
}
