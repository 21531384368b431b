import { defineService } from '@tidemark/service/service-module';
import type { FastifyInstance } from 'fastify';
import { Admission } from './auth/admission.ts';
import { authentication } from './auth/authentication.ts';
import { configSchema } from './config.ts';
import { RateLimiter } from './limits/rate-limiter.ts';
import { MicroCache } from './micro-cache/micro-cache.ts';
import { Streams } from './streams/streams.ts';
import { mountUi, WEB_FOLDER } from './ui/static-ui.ts';
import { askHere, askWherever, type AskService } from '@tidemark/service-calls/ask-service';
import { Upstreams } from './upstreams/upstreams.ts';

/** What the browser meets: who may come in, the web app, the WebSockets, and the way to services in other processes. */
export const gateway = defineService({
  name: 'gateway',
  needs: ['cache', 'bus'],
  configSchema,
  migrations: {},
  create(ctx) {
    const upstreams = new Upstreams(ctx);
    const limiter = new RateLimiter(ctx);
    const microCache = new MicroCache(ctx);
    let root: FastifyInstance | undefined;
    const ask = asker(() => root, upstreams, ctx.process.services);
    const auth = authentication({ ...ctx, ask });
    const streams = new Streams({ ...ctx, ...auth, ask, limiter });
    const admission = new Admission(auth.callers, (request, reply) =>
      limiter.limit(request, reply),
    );
    return {
      async plugin(app) {
        root = app;
        app.frontDoor.answer = (request, reply) => microCache.answer(request, reply);
        streams.mount(app);
        await upstreams.mount(app);
        await mountUi(app, WEB_FOLDER, ctx.clock);
      },
      start: async () => {
        await Promise.all([streams.start(), upstreams.start()]);
        if (root) root.frontDoor.admit = (request, reply) => admission.admit(request, reply);
      },
      stop: async () => {
        await Promise.all([streams.stop(), upstreams.stop()]);
      },
      waitingFor: () => upstreams.waitingFor(),
    };
  },
});

/** The way to ask any service, whichever process it runs in; what runs here is asked through our own routes. */
function asker(
  root: () => FastifyInstance | undefined,
  upstreams: Upstreams,
  here: ReadonlySet<string>,
): AskService {
  return askWherever(
    (service) => here.has(service),
    askHere(root),
    (service) => upstreams.askerOf(service),
  );
}
