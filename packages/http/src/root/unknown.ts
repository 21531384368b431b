import { isInternal } from '@tidemark/service/access';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendError } from './errors.ts';

interface KnownRoute {
  url: string;
  pattern: RegExp;
  /** How many steps of its path are parameters. */
  parameters: number;
  method: string;
}

/**
 * Answers what no route takes: 405 with `Allow` where the path exists with another method, else 404. Register before
 * the routes: it learns of each as it is added.
 */
export function answerUnknown(app: FastifyInstance): void {
  const routes: KnownRoute[] = [];
  const literals = new Set<string>();
  app.addHook('onRoute', ({ url, method, config }) => {
    // What is the gateway's or services' alone is not there for anybody else, by whatever method.
    if (url.includes('*') || isInternal(config?.access)) return;
    if (!url.includes('/:')) literals.add(url);
    for (const name of [method].flat()) {
      const parameters = url.split('/:').length - 1;
      routes.push({ url, pattern: patternOf(url), parameters, method: name });
    }
  });
  // Routes with a parameter where another's own path may be taken for one: `DELETE /api/users/keys`. Most need no look.
  const overlapping = new Set<string>();
  app.addHook('onReady', (done) => {
    for (const { url, pattern, parameters } of routes) {
      const overlaps = parameters > 0 && [...literals].some((path) => pattern.test(path));
      if (overlaps) overlapping.add(url);
    }
    done();
  });
  const isOfLiteral = ({ url, routeOptions }: FastifyRequest): boolean =>
    overlapping.has(routeOptions.url ?? '') && literals.has(pathOf(url).replace(/(?<=.)\/$/, ''));
  const answer = (request: FastifyRequest, reply: FastifyReply) => {
    const path = pathOf(request.url);
    const methods = methodsAt(routes, path);
    if (methods.length === 0 || methods.includes(request.method)) {
      return sendError(request, reply, 'RESOURCE_NOT_FOUND', `Nothing at ${path}.`);
    }
    const allowed = [...new Set(methods)].sort().join(', ');
    reply.header('allow', allowed);
    return sendError(request, reply, 'METHOD_NOT_ALLOWED', `Only ${allowed} at ${path}.`);
  };
  app.setNotFoundHandler(answer);
  // A body is not read for it, whatever it is.
  app.addHook('onRequest', (request, reply, done) => {
    if (request.is404 || isOfLiteral(request)) answer(request, reply);
    else done();
  });
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '/';
}

/** A path that is a route's own is none of a route with a parameter there: `/api/users/keys` is nobody's account. */
function methodsAt(routes: readonly KnownRoute[], path: string): string[] {
  const matching = routes.filter(({ pattern }) => pattern.test(path));
  const literal = matching.filter(({ parameters }) => parameters === 0);
  return (literal.length > 0 ? literal : matching).map(({ method }) => method);
}

/** Matches the paths of a Fastify route such as `/api/market/price/:coin_id`. */
function patternOf(url: string): RegExp {
  const steps = url
    .split('/')
    .map((step) => (step.startsWith(':') ? '[^/]+' : step.replace(/[^\w-]/g, '\\$&')));
  return new RegExp(`^${steps.join('/').replace(/\/$/, '')}/?$`);
}
