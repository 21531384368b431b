import type { FastifyRequest } from 'fastify';

/** How roomy the limit of a request is. */
export type RateClass = 'auth' | 'data' | 'general';

/** Where secrets and names are guessed: signing in, making accounts, asking for and using reset links. */
const AUTH_PATHS: ReadonlySet<string> = new Set([
  '/api/users/register',
  '/api/users/login',
  '/api/users/password/forgot',
  '/api/users/password/reset',
]);
/** Changing an account tells whether a name is taken. */
const ACCOUNT_PATH = /^\/api\/users\/[^/]+$/;
/** Routes of reads that pages make often; also those that a service elsewhere answers. */
const DATA_ROUTE = /^\/api\/(market|analytics)(\/|$)/;
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
  // A browser's question whether it may ask guesses nothing.
  if (method === 'PUT' && ACCOUNT_PATH.test(path)) return 'auth';
  if (AUTH_PATHS.has(path) || AUTH_PATHS.has(route))
    return method === 'OPTIONS' ? 'general' : 'auth';
  return API.test(path) || API.test(route) ? 'general' : null;
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
