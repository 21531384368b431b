import type { FastifyInstance } from 'fastify';
import { sendError } from './errors.ts';

/**
 * Answers what no route takes: 405 with `Allow` where the path exists with another method, else 404. Register before
 * the routes: it learns of each as it is added.
 */
export function answerUnknown(app: FastifyInstance): void {
  const routes: { pattern: RegExp; method: string }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*')) return;
    for (const name of [method].flat()) routes.push({ pattern: patternOf(url), method: name });
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    const methods = routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    if (methods.length === 0 || methods.includes(request.method)) {
      return sendError(request, reply, 'RESOURCE_NOT_FOUND', `Nothing at ${path}.`);
    }
    const allowed = [...new Set(methods)].sort().join(', ');
    reply.header('allow', allowed);
    return sendError(request, reply, 'METHOD_NOT_ALLOWED', `Only ${allowed} at ${path}.`);
  });
}

/** Matches the paths of a Fastify route such as `/api/market/price/:coin_id`. */
function patternOf(url: string): RegExp {
  const steps = url
    .split('/')
    .map((step) => (step.startsWith(':') ? '[^/]+' : step.replace(/[^\w-]/g, '\\$&')));
  return new RegExp(`^${steps.join('/').replace(/\/$/, '')}/?$`);
}
