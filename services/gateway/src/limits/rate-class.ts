import { knownServices, sharedPaths } from '@tidemark/contracts/services';
import type { FastifyRequest } from 'fastify';

/** How roomy the limit of a request is. */
export type RateClass = 'auth' | 'data' | 'general';

/** Where secrets and names are guessed; the paths of each are known whichever process answers them. */
const GUESSED = knownServices()
  .flatMap(({ guessed }) => guessed)
  .map((route) => route.split(' ') as [method: string, path: string]);
/** Of those without a part that is made up: whatever the method. */
const GUESSED_PATHS: ReadonlySet<string> = new Set(
  GUESSED.map(([, path]) => path).filter((path) => !path.includes(':')),
);
const GUESSED_PATTERNS = GUESSED.filter(([, path]) => path.includes(':')).map(
  ([method, path]) => [method, new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)] as const,
);
/** Routes of reads that pages make often; also those that a service elsewhere answers. */
const DATA_ROUTE = sharedPaths();
const API = /^\/api(\/|$)/;

/**
 * The class of a request; null: it is not limited, being none to the API. That a limit is roomy is told by the route
 * that the router has found. That it is strict is told by the path as well, read so generously that each of its
 * spellings counts, those that the service behind would not take included.
 */
export function classOf({ raw, routeOptions }: Pick<FastifyRequest, 'raw' | 'routeOptions'>) {
  return rateClass(raw.method ?? 'GET', raw.url ?? '/', routeOptions.url);
}

/** @param route the pattern that the router has found, such as `/api/users/*` */
export function rateClass(method: string, url: string, route = ''): RateClass | null {
  // Most requests by far: nothing about their spelling matters.
  if (DATA_ROUTE.test(route) && isRead(method)) return 'data';
  const path = plainPath(url);
  if (isGuessed(method, path, route)) return 'auth';
  return API.test(path) || API.test(route) ? 'general' : null;
}

function isGuessed(method: string, path: string, route: string): boolean {
  // A browser's question whether it may ask guesses nothing.
  if (method === 'OPTIONS') return false;
  if (GUESSED_PATHS.has(path) || GUESSED_PATHS.has(route)) return true;
  return GUESSED_PATTERNS.some(([of, pattern]) => method === of && pattern.test(path));
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

/** One spelling for all of a path: decoded once, in small letters, with single slashes and none at the end. */
export function plainPath(url: string): string {
  // A client may write the whole URL; where its path begins is told as the router tells it.
  const local = url.startsWith('/') ? url : url.replace(/^https?:\/\/.*?\//i, '/');
  const path = local.split(/[?#]/, 1)[0] ?? '';
  return path
    .replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .toLowerCase()
    .replace(/[/\\]+/g, '/')
    .replace(/(?<=.)\/$/, '');
}
