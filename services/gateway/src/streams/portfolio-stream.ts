import type { Clock } from '@tidemark/clock/clock';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { PortfolioUpdate } from '@tidemark/contracts/portfolio';
import { PORTFOLIO_UPDATES } from '@tidemark/contracts/topics';
import type { EventBus, Subscription } from '@tidemark/event-bus/event-bus';
import { ConnectionPool } from '@tidemark/live-stream/connection-pool';
import { Encoded } from '@tidemark/live-stream/encoded';
import { unknownParameter } from '@tidemark/live-stream/refused';
import type { Upgrade } from '@tidemark/live-stream/upgrade-router';
import type { Identity } from '@tidemark/service/identity/identity';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Metrics } from '@tidemark/telemetry/metrics';
import type { AskService } from '@tidemark/service-calls/ask-service';
import type { CredentialWatch } from './credential-watch.ts';
import { PortfolioFollows } from './portfolio-follows.ts';
import { OwnReader } from './own-reader.ts';
import { callerOf } from './upgrade-callers.ts';

export interface PortfolioStreamOptions {
  bus: EventBus;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  ask: AskService;
  watch: CredentialWatch;
}

/**
 * `WS /ws/portfolio/{portfolio_id}`: what a portfolio is worth, as it changes, for its owner alone. The portfolio service
 * says who that is; and each update names its user again, so that one with another's goes nowhere.
 */
export class PortfolioStream {
  readonly #options: PortfolioStreamOptions;
  readonly #pool: ConnectionPool;
  readonly #readers = new Map<string, Set<OwnReader>>();
  readonly #follows: PortfolioFollows;
  #subscription: Subscription | null = null;

  constructor(options: PortfolioStreamOptions) {
    this.#options = options;
    const { clock, metrics } = options;
    this.#follows = new PortfolioFollows({ ...options, followed: () => this.#readers.keys() });
    this.#pool = new ConnectionPool({ name: 'portfolio', clock, metrics });
  }

  /** @throws TidemarkError UNAUTHORIZED; RESOURCE_NOT_FOUND where the portfolio is not the caller's, or there is none */
  async accept(upgrade: Upgrade): Promise<void> {
    const caller = callerOf(upgrade);
    const { portfolio_id: named = '' } = upgrade.params;
    // As ids are told: whoever wrote it in capitals means the same.
    const portfolioId = named.toLowerCase();
    await this.#checkOwner(portfolioId, caller.identity);
    this.#pool.accept(upgrade, (connection) => {
      const { clock, watch } = this.#options;
      const { limits } = this.#pool;
      return new OwnReader(connection, {
        ...{ clock, limits, watch, caller, key: portfolioId, of: 'one portfolio' },
        refused: unknownParameter(upgrade.url.searchParams, []),
        readers: this.#readers,
        onOpen: () => this.#follows.begin(portfolioId),
      });
    });
  }

  async start(): Promise<void> {
    this.#subscription = await this.#options.bus.subscribe(PORTFOLIO_UPDATES, {
      onBatch: (messages) => {
        for (const { value } of messages) this.#tell(value);
      },
    });
    this.#follows.start();
  }

  /** Closes the connections there are, and refuses more. */
  disconnect(): Promise<void> {
    return this.#pool.close();
  }

  async stop(): Promise<void> {
    this.#follows.stop();
    await this.#subscription?.close();
    await this.#pool.close();
  }

  #tell(update: PortfolioUpdate): void {
    const readers = this.#readers.get(update.portfolio_id);
    if (!readers) return;
    const value = new Encoded('portfolio', { type: 'portfolio_update', data: update });
    for (const reader of readers) reader.tell(update.user_id, value);
  }

  async #checkOwner(portfolioId: string, identity: Identity): Promise<void> {
    const path = `/api/portfolio/${encodeURIComponent(portfolioId)}`;
    const call = { service: 'portfolio', method: 'GET', path, identity } as const;
    const status = await this.#options.ask(call).then(
      (answer) => answer.status,
      () => null,
    );
    if (status !== 200) throw new TidemarkError('RESOURCE_NOT_FOUND', 'No such portfolio.');
  }
}
