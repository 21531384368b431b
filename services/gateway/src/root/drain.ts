import { upgradesOf } from '@tidemark/live-stream/upgrade-router';
import type { FastifyInstance } from 'fastify';

/** A connection that ends its last answer late is closed so soon after it, ms. */
const SWEEP_MS = 50;

/**
 * How the server closes: WebSockets end; every answer from now on says `connection: close`, so that clients leave after
 * it; after `lameDuckMs`, in which those who ask `/readyz` have learned to go elsewhere, no connection is taken any more,
 * idle ones are closed, and the others once they have their answer.
 */
export function drainOnClose(app: FastifyInstance, lameDuckMs: number): void {
  let closing = false;
  // As it comes and as it is answered: what is under way when the closing begins is told too.
  app.addHook('onRequest', (_request, reply, done) => {
    if (closing) reply.header('connection', 'close');
    done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) reply.header('connection', 'close');
    done();
  });
  app.addHook('preClose', async () => {
    closing = true;
    await Promise.all([
      upgradesOf(app.server).close(),
      new Promise((resolve) => setTimeout(resolve, lameDuckMs)),
    ]);
    const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS);
    app.server.once('close', () => clearInterval(sweep));
  });
}
