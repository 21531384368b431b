import type { Housekeeping } from '@tidemark/service/housekeeping';
import type { Service } from '@tidemark/service/service-module';
import type { FastifyInstance } from 'fastify';
import { assemble, type SentimentParts } from './assemble.ts';
import type { SentimentContext } from './context.ts';
import { sentimentHousekeeping } from './housekeeping.ts';
import { mountSentiment } from './plugin.ts';
import { sentimentMetrics } from './sentiment-metrics.ts';
import { knownSources } from './sources/known-sources.ts';

/** Reads the news, and says what it comes to. */
export class SentimentService implements Service {
  readonly #ctx: SentimentContext;
  readonly #parts: SentimentParts;
  readonly #housekeeping: Housekeeping;

  constructor(ctx: SentimentContext) {
    this.#ctx = ctx;
    this.#parts = assemble(ctx);
    this.#housekeeping = sentimentHousekeeping(this.#parts);
    sentimentMetrics(ctx.metrics, this.#parts);
  }

  async plugin(app: FastifyInstance): Promise<void> {
    this.#parts.market.mount(app);
    await mountSentiment(app, this.#parts);
  }

  async start(): Promise<void> {
    const { market, sources, board, reader, rescoring } = this.#parts;
    await market.start();
    await sources.keep(knownSources(this.#ctx.market, this.#ctx.config));
    board.start();
    reader.start();
    rescoring.start();
    this.#housekeeping.start();
  }

  async stop(): Promise<void> {
    const { market, board, reader, rescoring, fetcher } = this.#parts;
    await Promise.all([reader.stop(), rescoring.stop(), this.#housekeeping.stop()]);
    await board.stop();
    await fetcher.close();
    await market.stop();
  }

  /** For nobody: no source of news is a condition for the rest. */
  waitingFor(): string | null {
    return null;
  }
}
