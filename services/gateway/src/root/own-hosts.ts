import { TidemarkError } from '@tidemark/contracts/errors';
import type { FastifyInstance } from 'fastify';

/**
 * Refuses requests that name another host than one of ours. A page on the internet can have its own name resolve to
 * this machine and so ask what listens here alone, as the same origin (DNS rebinding); the name it asks by gives it away.
 */
export function refuseForeignHosts(app: FastifyInstance, ours: readonly string[]): void {
  const names = new Set(ours);
  app.addHook('onRequest', (request, _reply, done) => {
    if (names.has(request.hostname)) done();
    else done(foreign(request.hostname));
  });
}

function foreign(name: string): TidemarkError {
  const shown = JSON.stringify(name.slice(0, 100));
  return new TidemarkError(
    'INVALID_REQUEST',
    `This Tidemark is not at ${shown}. If it should be, set PUBLIC_URL or TRUSTED_PROXIES.`,
  );
}
