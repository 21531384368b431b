import { upgradesOf } from '@tidemark/live-stream/upgrade-router';
import { defineService } from '@tidemark/service/service-module';
import { configSchema } from './config.ts';
import { PriceStream } from './prices/price-stream.ts';
import { mountUi, WEB_FOLDER } from './ui/static-ui.ts';

/** What the browser meets: the web app and `WS /ws/prices`. */
export const gateway = defineService({
  name: 'gateway',
  needs: ['cache', 'bus'],
  configSchema,
  migrations: {},
  create(ctx) {
    const prices = new PriceStream(ctx);
    return {
      async plugin(app) {
        upgradesOf(app.server).route(
          '/ws/prices',
          (upgrade) => prices.accept(upgrade),
          () => prices.disconnect(),
        );
        await mountUi(app, WEB_FOLDER, ctx.clock);
      },
      start: () => prices.start(),
      stop: () => prices.stop(),
      waitingFor: () => null,
    };
  },
});
