import type { Server } from 'node:http';
import { upgradesOf } from '@tidemark/live-stream/upgrade-router';
import type { FastifyInstance } from 'fastify';

/** A connection that ends its last answer late is closed so soon after it, ms. */
const SWEEP_MS = 50;

/**
 * How the server closes: WebSockets end; every answer from now on says `connection: close`, so that clients leave after
 * it; after `lameDuckMs`, in which those who ask `/readyz` have learned to go elsewhere, no connection is taken any more,
 * idle ones are closed, and the others once they have their answer.
 */
export function drainOnClose(
  app: FastifyInstance,
  { lameDuckMs = 0, server }: { lameDuckMs?: number; server?: Server | undefined },
): void {
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
    if (server) {
      await closeServer(server);
      return;
    }
    // Fastify closes the server that it made itself.
    sweepUntilClosed(app.server);
  });
}

/** Takes no connection any more, closes idle ones, and resolves once the others have had their answer. */
export async function closeServer(server: Server): Promise<void> {
  sweepUntilClosed(server);
  await new Promise((resolve) => server.close(resolve));
}

function sweepUntilClosed(server: Server): void {
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  server.once('close', () => clearInterval(sweep));
}
