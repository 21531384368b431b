import { systemClock } from '@tidemark/clock/system-clock';
import { upgradesOf } from '@tidemark/live-stream/upgrade-router';
import { IdentitySigner } from '@tidemark/service/identity/identity-token';
import { defineService } from '@tidemark/service/service-module';
import type { FastifyInstance } from 'fastify';
import { Admission } from './auth/admission.ts';
import { authentication } from './auth/authentication.ts';
import { configSchema } from './config.ts';
import { RateLimiter } from './limits/rate-limiter.ts';
import { PriceStream } from './prices/price-stream.ts';
import { mountUi, WEB_FOLDER } from './ui/static-ui.ts';
import { askHere, askWherever, type AskService } from './upstreams/service-calls.ts';
import { Upstreams } from './upstreams/upstreams.ts';

/** What the browser meets: the web app, `WS /ws/prices`, and the services that run in other processes. */
export const gateway = defineService({
  name: 'gateway',
  needs: ['cache', 'bus'],
  configSchema,
  migrations: {},
  create(ctx) {
    const prices = new PriceStream(ctx);
    const upstreams = new Upstreams(ctx);
    const limiter = new RateLimiter(ctx);
    let openDoor = (): void => undefined;
    return {
      async plugin(app) {
        const ask = asker(app, upstreams, ctx.process.services);
        const { callers } = authentication({ ...ctx, ask });
        const limit = limiter.limit.bind(limiter);
        const admission = new Admission(callers, limit);
        openDoor = () => {
          app.frontDoor.admit = (request, reply) => admission.admit(request, reply);
        };
        upgradesOf(app.server).route(
          '/ws/prices',
          (upgrade) => prices.accept(upgrade),
          () => prices.disconnect(),
        );
        await upstreams.mount(app);
        await mountUi(app, WEB_FOLDER, ctx.clock);
      },
      start: async () => {
        await Promise.all([prices.start(), upstreams.start()]);
        openDoor();
      },
      stop: async () => {
        await Promise.all([prices.stop(), upstreams.stop()]);
      },
      waitingFor: () => upstreams.waitingFor(),
    };
  },
});

/** The way to ask any service, whichever process it runs in. What is asked here is checked with the system's clock. */
function asker(app: FastifyInstance, upstreams: Upstreams, here: ReadonlySet<string>): AskService {
  const signer = new IdentitySigner(app.frontDoor.secret, systemClock);
  return askWherever(
    (service) => here.has(service),
    askHere(app, signer),
    (service) => upstreams.askerOf(service),
  );
}
