import type { Cache } from '@tidemark/cache/cache';
import type { Clock } from '@tidemark/clock/clock';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import { upgradesOf } from '@tidemark/live-stream/upgrade-router';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Metrics } from '@tidemark/telemetry/metrics';
import type { FastifyInstance } from 'fastify';
import type { Callers } from '../auth/callers.ts';
import type { Holders } from '../auth/holders.ts';
import type { GatewayConfig } from '../config.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import { PriceStream } from '../prices/price-stream.ts';
import type { AskService } from '@tidemark/service-calls/ask-service';
import { AlertStream } from './alert-stream.ts';
import { CredentialWatch } from './credential-watch.ts';
import { PortfolioStream } from './portfolio-stream.ts';
import { SentimentStream } from './sentiment-stream.ts';
import { StreamDoor } from './stream-door.ts';
import { mountTicketRoute } from './ticket-route.ts';
import { Tickets } from './tickets.ts';
import { UpgradeCallers } from './upgrade-callers.ts';

export interface StreamsOptions {
  callers: Callers;
  holders: Holders;
  cache: Cache;
  bus: EventBus;
  clock: Clock;
  metrics: Metrics;
  logger: Logger;
  config: GatewayConfig;
  ask: AskService;
  limiter: RateLimiter;
}

/** The WebSockets of the gateway, and the door that all of the process pass. */
export class Streams {
  readonly #options: StreamsOptions;
  readonly #watch: CredentialWatch;
  readonly #prices: PriceStream;
  readonly #sentiment: SentimentStream;
  readonly #portfolios: PortfolioStream;
  readonly #alerts: AlertStream;

  constructor(options: StreamsOptions) {
    this.#options = options;
    this.#watch = new CredentialWatch(options);
    this.#prices = new PriceStream(options);
    const knownCoins = () => this.#prices.coins;
    this.#sentiment = new SentimentStream({ ...options, knownCoins });
    this.#portfolios = new PortfolioStream({ ...options, watch: this.#watch });
    this.#alerts = new AlertStream({ ...options, watch: this.#watch });
  }

  mount(app: FastifyInstance): void {
    const { callers, cache, config, limiter, logger } = this.#options;
    const tickets = new Tickets(cache, callers);
    const door = new StreamDoor({
      visitors: app.visitors,
      callers: new UpgradeCallers(callers, tickets),
      watch: this.#watch,
      limit: (asked) => limiter.limitUpgrade(asked),
      logger,
      config,
    });
    mountTicketRoute(app, tickets);
    const router = upgradesOf(app.server);
    router.guard((upgrade) => door.admit(upgrade));
    const streams = {
      '/ws/prices': this.#prices,
      '/api/market/stream': this.#prices,
      '/ws/sentiment': this.#sentiment,
      '/ws/portfolio/{portfolio_id}': this.#portfolios,
      '/ws/alerts': this.#alerts,
    };
    for (const [path, stream] of Object.entries(streams)) {
      router.route(
        path,
        (upgrade) => stream.accept(upgrade),
        () => stream.disconnect(),
      );
    }
  }

  async start(): Promise<void> {
    this.#watch.start();
    await Promise.all(this.#all().map((stream) => stream.start()));
  }

  async stop(): Promise<void> {
    this.#watch.stop();
    await Promise.all(this.#all().map((stream) => stream.stop()));
  }

  #all() {
    return [this.#prices, this.#sentiment, this.#portfolios, this.#alerts];
  }
}
