import type { Clock } from '@tidemark/clock/clock';
import { PORTFOLIO_FOLLOWS } from '@tidemark/contracts/topics';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import type { Logger } from '@tidemark/telemetry/logger';

/** How often it is said again, ms: the portfolio service takes it for over after 75 s. */
const AGAIN_MS = 30_000;

export interface PortfolioFollowsOptions {
  bus: EventBus;
  clock: Clock;
  logger: Logger;
  /** Ids of the portfolios that somebody follows at this gateway. */
  followed: () => Iterable<string>;
}

/** Says which portfolios are followed here: what nobody follows is not computed. */
export class PortfolioFollows {
  readonly #options: PortfolioFollowsOptions;
  #cancel: () => void = () => undefined;
  #isSaying = false;

  constructor(options: PortfolioFollowsOptions) {
    this.#options = options;
  }

  start(): void {
    this.#cancel = this.#options.clock.every(AGAIN_MS, () => {
      // While the bus does not take what was said before, there is no use in saying more.
      if (this.#isSaying) return;
      this.#isSaying = true;
      void this.#say([...this.#options.followed()], false).finally(() => {
        this.#isSaying = false;
      });
    });
  }

  /** A reader has come, who is to be told the value there is. */
  begin(portfolioId: string): void {
    void this.#say([portfolioId], true);
  }

  stop(): void {
    this.#cancel();
  }

  /** Never rejects: what the bus did not take is said again. */
  async #say(ids: readonly string[], isNew: boolean): Promise<void> {
    const { bus, logger } = this.#options;
    const messages = ids.map((id) => ({ key: id, value: { portfolio_id: id, is_new: isNew } }));
    if (messages.length === 0) return;
    await bus.publish(PORTFOLIO_FOLLOWS, messages).catch((error: unknown) => {
      logger.warn({ err: error }, 'which portfolios are followed was not told; it will be again');
    });
  }
}
