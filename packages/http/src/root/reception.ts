import { TidemarkError } from '@tidemark/contracts/errors';
import type { FastifyInstance } from 'fastify';
import { isApiRequest } from './addressed.ts';
import { baseApp, type BaseOptions } from './base-app.ts';
import { mountHealth } from './health.ts';
import { secure } from '../replies/security-headers.ts';
import { starting } from './upgrade-refusals.ts';

export interface ReceptionOptions extends BaseOptions {
  /** Adds the pages of the web app; absent where people do not come here. */
  mountPages?: ((app: FastifyInstance) => Promise<void>) | undefined;
}

/**
 * The app that answers while the process starts: probes, metrics and the pages of the web app are as ever; what they
 * stand on is not there yet, and is answered with 503. `/readyz` says what is waited for. ADR 0013.
 */
export async function createReception(options: ReceptionOptions): Promise<FastifyInstance> {
  const { mountPages } = options;
  const app = baseApp(options);
  app.addHook('onRequest', (request, reply, done) => {
    secure(request, reply);
    done();
  });
  app.setNotFoundHandler((request, reply) => {
    if (mountPages && !isApiRequest(request)) {
      throw new TidemarkError('RESOURCE_NOT_FOUND', `Nothing at ${request.url.split('?', 1)[0]}.`);
    }
    reply.header('retry-after', 1);
    throw starting();
  });
  mountHealth(app, options);
  await mountPages?.(app);
  await app.ready();
  return app;
}
