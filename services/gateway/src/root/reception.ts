import { systemClock } from '@tidemark/clock/system-clock';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { FastifyInstance } from 'fastify';
import { isApiRequest } from '../auth/api-request.ts';
import { mountUi, WEB_FOLDER } from '../ui/static-ui.ts';
import { baseApp, type BaseOptions } from './base-app.ts';
import { mountHealth } from './health.ts';
import { secure } from '../replies/security-headers.ts';
import { starting } from './starting.ts';

/**
 * The app that answers while the process starts: probes, metrics and the pages of the web app are as ever; what they
 * stand on is not there yet, and is answered with 503. `/readyz` says what is waited for. ADR 0013.
 * @param folder of the built web app
 */
export async function createReception(
  options: BaseOptions,
  folder = WEB_FOLDER,
): Promise<FastifyInstance> {
  const { app, hasGateway } = baseApp(options);
  app.addHook('onRequest', (request, reply, done) => {
    secure(request, reply);
    done();
  });
  app.setNotFoundHandler((request, reply) => {
    if (hasGateway && !isApiRequest(request)) {
      throw new TidemarkError('RESOURCE_NOT_FOUND', `Nothing at ${request.url.split('?', 1)[0]}.`);
    }
    reply.header('retry-after', 1);
    throw starting();
  });
  mountHealth(app, options);
  if (hasGateway) await mountUi(app, folder, systemClock);
  await app.ready();
  return app;
}
