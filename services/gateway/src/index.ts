import { upgradesOf } from '@tidemark/live-stream/upgrade-router';
import { defineService } from '@tidemark/service/service-module';
import { configSchema } from './config.ts';
import { PriceStream } from './prices/price-stream.ts';
import { mountUi, WEB_FOLDER } from './ui/static-ui.ts';
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
    return {
      async plugin(app) {
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
      },
      stop: async () => {
        await Promise.all([prices.stop(), upstreams.stop()]);
      },
      waitingFor: () => upstreams.waitingFor(),
    };
  },
});
