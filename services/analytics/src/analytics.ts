import type { Service } from '@tidemark/service/service-module';
import type { FastifyInstance } from 'fastify';
import { analyticsMetrics } from './analytics-metrics.ts';
import { assemble, type AnalyticsParts, type AnalyticsContext } from './assemble.ts';
import { analyticsRoutes } from './plugin.ts';
import { watchCandles } from './series/candle-watch.ts';

/** Follows the candles of all coins, and says what they amount to. */
export class Analytics implements Service {
  readonly #ctx: AnalyticsContext;
  readonly #parts: AnalyticsParts;
  readonly #stop = new AbortController();
  #endWatch: () => Promise<void> = async () => undefined;
  #preparing: Promise<void> = Promise.resolve();

  constructor(ctx: AnalyticsContext) {
    this.#ctx = ctx;
    this.#parts = assemble(ctx);
    analyticsMetrics(ctx.metrics, this.#parts);
  }

  async plugin(app: FastifyInstance): Promise<void> {
    this.#parts.market.mount(app);
    this.#parts.sentiment.mount(app);
    await analyticsRoutes(app, this.#parts);
  }

  async start(): Promise<void> {
    const { clock, market, sentiment, shelf, owned, warming } = this.#parts;
    await Promise.all([market.start(), sentiment.start()]);
    // Before anything is read: a bar that closes meanwhile is told.
    this.#endWatch = await watchCandles(this.#ctx.bus, shelf, clock);
    shelf.start();
    await owned.start();
    this.#preparing = warming.prepare(this.#stop.signal);
  }

  async stop(): Promise<void> {
    this.#stop.abort(new Error('analytics is stopping'));
    const { market, sentiment, shelf, owned, teller, daily, heavy, warming } = this.#parts;
    await this.#endWatch();
    await shelf.stop();
    warming.stop();
    await this.#preparing;
    await teller.tell();
    await daily.stop();
    await owned.stop();
    await heavy.stop();
    await sentiment.stop();
    await market.stop();
  }

  /** Not for sentiment: the index does without news. */
  waitingFor(): string | null {
    return this.#parts.market.waitingFor();
  }
}
