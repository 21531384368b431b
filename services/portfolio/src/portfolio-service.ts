import type { Housekeeping } from '@tidemark/service/housekeeping';
import type { Service } from '@tidemark/service/service-module';
import type { FastifyInstance } from 'fastify';
import { assemble, type PortfolioParts } from './assemble.ts';
import type { PortfolioContext } from './context.ts';
import { portfolioHousekeeping } from './housekeeping.ts';
import { portfolioRoutes } from './plugin.ts';

/** Keeps portfolios and watchlists, and removes what nobody has a use for any more. */
export class PortfolioService implements Service {
  readonly #parts: PortfolioParts;
  readonly #housekeeping: Housekeeping;

  constructor(ctx: PortfolioContext) {
    this.#parts = assemble(ctx);
    this.#housekeeping = portfolioHousekeeping(this.#parts);
  }

  async plugin(app: FastifyInstance): Promise<void> {
    this.#parts.link.mount(app);
    this.#parts.users.mount(app);
    await portfolioRoutes(app, this.#parts);
  }

  async start(): Promise<void> {
    const { link, users, market, live } = this.#parts;
    await Promise.all([link.start(), users.start()]);
    await market.start();
    await live.start();
    this.#housekeeping.start();
  }

  async stop(): Promise<void> {
    const { reader, work, live, thread, reports, market, link, users } = this.#parts;
    const working = [this.#housekeeping, reader, work, live, thread, reports];
    await Promise.all(working.map((part) => part.stop()));
    await market.stop();
    await Promise.all([link.stop(), users.stop()]);
  }

  /** For nobody: without market-data figures lack prices, and users is asked once an hour. */
  waitingFor(): string | null {
    return null;
  }
}
