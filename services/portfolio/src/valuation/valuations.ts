import type { Cache } from '@tidemark/cache/cache';
import type { Gains } from '@tidemark/contracts/portfolio-gains';
import type { AccountingMethod } from '@tidemark/contracts/accounting-terms';
import type { PortfolioPerformance } from '@tidemark/contracts/portfolio-value';
import { keyOf } from '../bookkeeping/opened-books.ts';
import type { AccountOf } from '../bookkeeping/question.ts';
import type { Ledgers } from '../ledger/ledgers.ts';
import { startOf, utcDayOf } from '../market/utc-day.ts';
import type { PortfolioRow } from '../portfolios/portfolio.ts';
import { DataPriceBook } from '../prices/data-price-book.ts';
import type { PriceBook } from '../prices/price-book.ts';
import type { PriceBooks } from '../prices/price-books.ts';
import type { PriceData } from '../prices/price-data.ts';
import { withDrift } from '../targets/drift.ts';
import { targetsOf } from '../targets/target-store.ts';
import type { BookThread, Task, Told, Wanted } from './book-thread.ts';
import { conventionName } from './convention-name.ts';
import { performanceOf } from './performance.ts';
import type { Summary } from './summary.ts';
import { worthOf, type Worth } from './worth.ts';

/** How long a summary stays in the cache, ms. */
const KEPT_MS = 5 * 60_000;
/** How long one with transactions of today does: they take the price of now. */
const TODAY_MS = 60_000;

interface Parts {
  ledgers: Ledgers;
  prices: PriceBooks;
  thread: BookThread;
  cache: Cache;
}

/** What was computed, and from what: of anything else it is not true. */
interface Kept {
  readonly ledgerVersion: number;
  readonly firstMoved: readonly (readonly [string, number])[];
  readonly key: string;
  readonly madeAt: number;
  readonly hasToday: boolean;
  readonly summary: Summary;
}

/** What is computed of portfolios. Each method throws TidemarkError NOT_READY where too much is asked at once. */
export class Valuations {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async performance(
    portfolio: PortfolioRow,
    method?: AccountingMethod,
  ): Promise<PortfolioPerformance> {
    const { summary, prices, of } = await this.#summary(portfolio, method);
    const figures = performanceOf(summary, prices);
    const positions = withDrift(figures.positions, targetsOf(portfolio));
    return { ...computed(of, prices), ...figures, positions };
  }

  /** What it is worth now, which costs little once its summary is there, and the coins of the market that this depends on. */
  async worth(portfolio: PortfolioRow): Promise<Worth & { coins: ReadonlySet<string> }> {
    const { summary, prices } = await this.#summary(portfolio, undefined);
    const coins = summary.held.flatMap(({ asset }) => prices.knownAs(asset).coinId ?? []);
    return { ...worthOf(summary, prices), coins: new Set(coins) };
  }

  async gains(portfolio: PortfolioRow, method?: AccountingMethod): Promise<Gains> {
    const { summary, prices, of } = await this.#summary(portfolio, method);
    return { ...computed(of, prices), years: [...summary.years] };
  }

  /** Asks the books themselves; also told is what it was computed by. `besides`: coins of the market that it needs too. */
  async ask<T extends Task>(
    portfolio: PortfolioRow,
    method: AccountingMethod | undefined,
    task: T,
    wanted: Wanted<T>,
    besides: readonly string[] = [],
  ) {
    const ledger = await this.#parts.ledgers.of(portfolio);
    const of = accountOf(portfolio, ledger.version, method);
    const assets = ledger.firstMoved;
    const first = Math.min(...assets.values());
    const coins = new Map(assets.size === 0 ? [] : besides.map((coinId) => [coinId, first]));
    const data = await this.#parts.prices.data(portfolio, { assets, coins });
    const told = await this.#ask(of, data, task, wanted, portfolio);
    return { told, computed: computed(of, new DataPriceBook(data)) };
  }

  async #summary(portfolio: PortfolioRow, method: AccountingMethod | undefined) {
    const isOwn = method === undefined || method === portfolio.method;
    const cacheKey = `portfolio:${portfolio.user_id}:${portfolio.id}${isOwn ? '' : `:${method}`}`;
    const { cache, ledgers, prices: books } = this.#parts;
    const cached = await cache.get<Kept>(cacheKey);
    const known = cached?.ledgerVersion === portfolio.ledger_version ? cached : null;
    const { version, firstMoved } = known
      ? { version: known.ledgerVersion, firstMoved: new Map(known.firstMoved) }
      : await ledgers.of(portfolio);
    const of = accountOf(portfolio, version, method);
    const data = await books.data(portfolio, { assets: firstMoved });
    const prices = new DataPriceBook(data);
    if (known && isTrue(known, of, data)) return { summary: known.summary, prices, of };
    const summary = await this.#ask(of, data, 'summary', null, portfolio);
    const kept: Kept = {
      ...{ ledgerVersion: version, firstMoved: [...firstMoved], summary },
      ...{ key: keyOf(of, data.version), madeAt: data.asOf },
      hasToday: summary.lastAt >= startOf(utcDayOf(data.asOf)),
    };
    await cache.set(cacheKey, kept, KEPT_MS);
    return { summary, prices, of };
  }

  #ask<T extends Task>(
    of: AccountOf,
    prices: PriceData,
    task: T,
    wanted: Wanted<T>,
    portfolio: PortfolioRow,
  ): Promise<Told<T>> {
    const { thread, ledgers } = this.#parts;
    return thread.ask(task, { of, prices, wanted }, () => ledgers.of(portfolio));
  }
}

function isTrue(kept: Kept, of: AccountOf, data: PriceData): boolean {
  if (kept.key !== keyOf(of, data.version)) return false;
  return !kept.hasToday || data.asOf - kept.madeAt < TODAY_MS;
}

function accountOf(
  portfolio: PortfolioRow,
  ledgerVersion: number,
  method: AccountingMethod | undefined,
): AccountOf {
  const { id, base_currency: base, pools, oversold } = portfolio;
  return {
    ...{ portfolioId: id, ledgerVersion, base, pools, oversold },
    method: method ?? portfolio.method,
  };
}

function computed(of: AccountOf, prices: PriceBook) {
  return {
    ...{ portfolio_id: of.portfolioId, currency: of.base, method: of.method },
    ...{ convention: conventionName(of), as_of: prices.asOf },
  };
}
