import type { FastifyRequest } from 'fastify';

const API = '/api/';

/**
 * Whether a request is for the API. Told by the route that was found, since a URL has many spellings, and where there
 * is no route, or one that takes whatever is left, by the URL.
 */
export function isApiRequest({ url, routeOptions }: FastifyRequest): boolean {
  return url.startsWith(API) || (routeOptions.url?.startsWith(API) ?? false);
}
