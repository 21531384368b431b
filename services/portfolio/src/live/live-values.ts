import type { Clock } from '@tidemark/clock/clock';
import type { PortfolioUpdate } from '@tidemark/contracts/portfolio';
import { PORTFOLIO_FOLLOWS, PORTFOLIO_UPDATES, PRICE_UPDATES } from '@tidemark/contracts/topics';
import type { EventBus, Subscription } from '@tidemark/event-bus/event-bus';
import { LatestOutbox } from '@tidemark/event-bus/latest-outbox';
import type { Logger } from '@tidemark/telemetry/logger';
import type { PortfolioRow } from '../portfolios/portfolio.ts';
import { Followed, type FollowedPortfolio } from './followed.ts';
import { isSameWorth, type Appraise, type Worth } from './worth.ts';

const ROUND_MS = 1_000;
/** Rates of money, and midnight, come without a price: each is looked at again after this, ms. */
const LOOK_AGAIN_MS = 60_000;
/** Updates that wait for the bus; past this those that wait longest are not told. */
const MAX_WAITING = 10_000;

export interface LiveValuesParts {
  bus: EventBus;
  clock: Clock;
  logger: Logger;
  /** Those of the ids that there are, and that are not deleted. */
  find: (ids: readonly string[]) => Promise<readonly PortfolioRow[]>;
  appraise: Appraise;
}

/**
 * Publishes what portfolios are worth: those that somebody follows, at most once a second each, and only where something
 * changed or a reader has just come. Replicas are one group of the bus, so that each portfolio is one replica's; when that
 * goes away another has it with the next word of a gateway, half a minute later at most.
 */
export class LiveValues {
  readonly #parts: LiveValuesParts;
  readonly #followed = new Followed();
  readonly #outbox: LatestOutbox<typeof PORTFOLIO_UPDATES>;
  /** Coins whose price came since the last round, and in the one before it. */
  #moved = new Set<string>();
  #movedBefore = new Set<string>();
  #subscriptions: Subscription[] = [];
  #cancel: () => void = () => undefined;
  #round: Promise<void> | null = null;
  #isStopped = false;

  constructor(parts: LiveValuesParts) {
    const { bus, logger } = parts;
    this.#parts = parts;
    this.#outbox = new LatestOutbox({
      ...{ bus, logger, topic: PORTFOLIO_UPDATES, what: 'values of portfolios' },
      ...{ maxWaiting: MAX_WAITING, maxBatch: 500 },
    });
  }

  async start(): Promise<void> {
    const { bus, clock } = this.#parts;
    this.#subscriptions = await Promise.all([
      bus.subscribe(PRICE_UPDATES, {
        onBatch: (messages) => {
          for (const { value } of messages) this.#moved.add(value.coin_id);
        },
      }),
      bus.subscribe(PORTFOLIO_FOLLOWS, {
        group: 'portfolio',
        onBatch: (messages) => {
          for (const { value } of messages) this.#followed.hear(value, clock.monotonic());
        },
        onRevoked: async (partitions) => this.#giveUp(new Set(partitions)),
      }),
    ]);
    this.#cancel = clock.every(ROUND_MS, () => {
      this.#round ??= this.#look().finally(() => (this.#round = null));
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancel();
    await Promise.all(this.#subscriptions.map((subscription) => subscription.close()));
    await this.#round;
  }

  /** Portfolios that go to another replica. */
  #giveUp(partitions: ReadonlySet<number>): void {
    const { bus } = this.#parts;
    const isGone = (id: string) => partitions.has(bus.partitionFor(PORTFOLIO_FOLLOWS, id));
    this.#followed.forget(({ id }) => isGone(id));
    this.#outbox.forget(isGone);
  }

  /** One round. Never rejects: what could not be done is done in the next one. */
  async #look(): Promise<void> {
    // Prices are read at most once a second: what came after the last reading is seen in the round after.
    const moved = new Set([...this.#moved, ...this.#movedBefore]);
    this.#movedBefore = this.#moved;
    this.#moved = new Set();
    this.#followed.forget(({ until }) => until < this.#parts.clock.monotonic());
    const { all } = this.#followed;
    if (all.length === 0) return;
    const asked = new Set(all.map(({ id }) => id));
    const failures: unknown[] = [];
    try {
      const rows = await this.#parts.find([...asked]);
      const byId = new Map(rows.map((row) => [row.id, row]));
      this.#followed.forget(({ id }) => asked.has(id) && !byId.has(id));
      for (const portfolio of all) {
        const row = byId.get(portfolio.id);
        if (!row) continue;
        await this.#lookAt(portfolio, row, moved).catch((error: unknown) => {
          // Whatever it is worth, it is to be looked at again.
          portfolio.seen = null;
          failures.push(error);
        });
      }
    } catch (error) {
      failures.push(error);
    }
    this.#warn(failures);
    await this.#outbox.tell();
  }

  #warn(failures: readonly unknown[]): void {
    const [first] = failures;
    // What a round under way asks while everything is being stopped has no answer.
    if (first === undefined || this.#isStopped) return;
    const found = { err: first, failures: failures.length };
    this.#parts.logger.warn(found, 'what portfolios are worth was not found out; it will be again');
  }

  async #lookAt(
    portfolio: FollowedPortfolio,
    row: PortfolioRow,
    moved: ReadonlySet<string>,
  ): Promise<void> {
    const now = this.#parts.clock.monotonic();
    const edition = editionOf(row);
    const { seen, isNew } = portfolio;
    const isOld =
      !seen ||
      seen.edition !== edition ||
      now - seen.at >= LOOK_AGAIN_MS ||
      [...seen.coins].some((coin) => moved.has(coin));
    if (!isNew && !isOld) return;
    const { worth, coins } = await this.#parts.appraise(row);
    portfolio.seen = { edition, at: now, coins, worth };
    if (seen && !isNew && isSameWorth(seen.worth, worth)) return;
    portfolio.isNew = false;
    this.#put(row, worth);
  }

  #put({ id, user_id, base_currency: currency }: PortfolioRow, worth: Worth): void {
    const timestamp = new Date(this.#parts.clock.now()).toISOString();
    const value: PortfolioUpdate = { portfolio_id: id, user_id, ...worth, currency, timestamp };
    this.#outbox.put(id, { key: id, value });
  }
}

/** Everything of a portfolio that its value follows from, but prices. */
function editionOf(row: PortfolioRow): string {
  const { base_currency, ledger_version, settings_version } = row;
  return [
    base_currency,
    row.method,
    row.pools,
    row.oversold,
    ledger_version,
    settings_version,
  ].join();
}
