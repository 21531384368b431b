import type { Service } from '@tidemark/service/service-module';
import type { FastifyInstance } from 'fastify';
import { assemble, type PortfolioParts } from './assemble.ts';
import type { PortfolioContext } from './context.ts';
import { portfolioRoutes } from './plugin.ts';

const EVERY_MS = 3_600_000;

/** Keeps portfolios, and forgets hourly the answers that nobody will ask for again. */
export class PortfolioService implements Service {
  readonly #parts: PortfolioParts;
  #cancel: () => void = () => undefined;
  #pruning = Promise.resolve();

  constructor(ctx: PortfolioContext) {
    this.#parts = assemble(ctx);
  }

  async plugin(app: FastifyInstance): Promise<void> {
    await portfolioRoutes(app, this.#parts);
  }

  async start(): Promise<void> {
    const run = () => void (this.#pruning = this.#prune());
    this.#cancel = this.#parts.clock.every(EVERY_MS, run);
    run();
  }

  async stop(): Promise<void> {
    this.#cancel();
    await this.#pruning;
  }

  waitingFor(): string | null {
    return null;
  }

  /** Never throws: what could not be done is done the next time. Any number of replicas may do it. */
  async #prune(): Promise<void> {
    const { answers, logger } = this.#parts;
    await answers.prune().catch((error: unknown) => {
      logger.warn({ err: error }, 'old answers could not be removed; it will be tried again');
    });
  }
}
