import { hash } from 'node:crypto';
import type { Clock } from '@tidemark/clock/clock';
import { constant, NO_SERIES } from '../market/daily-series.ts';
import type { Market } from '../market/market.ts';
import { utcDayOf, type UtcDay } from '../market/utc-day.ts';
import type { PortfolioRow } from '../portfolios/portfolio.ts';
import type { AssetSettings, AssetSettingStore } from '../settings/asset-settings.ts';
import { DataPriceBook } from './data-price-book.ts';
import { knownAssets, MONEY_COINS } from './known-assets.ts';
import type { KnownAs, PriceBook, PricesWanted } from './price-book.ts';
import type { AssetData, PriceData, WorthData } from './price-data.ts';
import { PricesNow } from './prices-now.ts';

interface PriceBooksOptions {
  market: Market;
  settings: AssetSettingStore;
  clock: Clock;
}

type Valued = Pick<PortfolioRow, 'id' | 'base_currency' | 'settings_version'>;

/** Opens price books. */
export class PriceBooks {
  readonly #options: PriceBooksOptions;

  constructor(options: PriceBooksOptions) {
    this.#options = options;
  }

  /**
   * What is known of the prices that are wanted, in the portfolio's base currency and by what its owner has set of its assets.
   * What has to be asked for is waited for, but for past prices that are being fetched for the first time. Never rejects
   * because nobody answers: what is not known is null.
   */
  async of(portfolio: Valued, wanted: PricesWanted): Promise<PriceBook> {
    return new DataPriceBook(await this.data(portfolio, wanted));
  }

  /** The same, as data. */
  async data(portfolio: Valued, wanted: PricesWanted): Promise<PriceData> {
    const { market, settings: store, clock } = this.#options;
    const [settings, coins, prices, rates] = await Promise.all([
      store.of(portfolio),
      market.coins(),
      market.prices(),
      market.ratesNow(),
    ]);
    const asOf = clock.now();
    const now = new PricesNow(prices, rates, asOf);
    const reading = new Reading(market, now, utcDayOf(asOf) - 1);
    const known = knownAssets(coins, settings);
    const assets = [...wanted.assets].filter(([asset]) => asset !== portfolio.base_currency);
    const [base, ofAssets, ofCoins] = await Promise.all([
      reading.base(portfolio.base_currency, [
        ...wanted.assets.values(),
        ...(wanted.coins?.values() ?? []),
      ]),
      Promise.all(
        assets.map(([asset, from]) => reading.asset(asset, known(asset), from, settings)),
      ),
      Promise.all([...(wanted.coins ?? [])].map(([coinId, from]) => reading.coin(coinId, from))),
    ]);
    return {
      ...{ currency: portfolio.base_currency, asOf, base, assets: ofAssets, coins: ofCoins },
      version: `${utcDayOf(asOf)}.${portfolio.settings_version}.${reading.digest}`,
      coinsVersion: reading.coinsDigest,
      progress: reading.progress,
    };
  }
}

/** Reads what one book is made of. */
class Reading {
  readonly #market: Market;
  readonly #now: PricesNow;
  readonly #yesterday: UtcDay;
  readonly #coins = new Map<string, UtcDay>();
  /** What each part of it was made of. */
  readonly #parts: string[] = [];
  /** The same of the coins besides. */
  readonly #besides: string[] = [];

  constructor(market: Market, now: PricesNow, yesterday: UtcDay) {
    this.#market = market;
    this.#now = now;
    this.#yesterday = yesterday;
  }

  /** Differs where anything differs that was read of the past of assets and money. */
  get digest(): string {
    return digestOf(this.#parts);
  }

  /** Differs where anything differs that was read of the past of the coins besides. */
  get coinsDigest(): string {
    return digestOf(this.#besides);
  }

  /** Asks for the past of the coins that were read, and says how many are there. */
  get progress(): PriceData['progress'] {
    const { history } = this.#market;
    history.want(this.#coins);
    const ready = [...this.#coins.keys()].filter((coinId) => history.isReady(coinId));
    return { assets: this.#coins.size, ready: ready.length };
  }

  async base(code: string, times: readonly number[]): Promise<WorthData | null> {
    if (code === 'USD') return null;
    return this.#rate(code, Math.min(...times, Infinity));
  }

  async asset(
    asset: string,
    { kind, coinId }: KnownAs,
    from: number,
    settings: AssetSettings,
  ): Promise<AssetData> {
    const manual = settings.prices.get(asset) ?? [];
    const worth = await this.#worth(asset, { kind, coinId }, from);
    this.#parts.push(`${asset}=${kind},${coinId}`);
    return { asset, kind, coinId, manual, ...worth };
  }

  async coin(coinId: string, from: number): Promise<AssetData> {
    const worth = await this.#coin(coinId, from, this.#besides);
    return { asset: '', kind: 'coin', coinId, manual: [], ...worth };
  }

  #worth(asset: string, { kind, coinId }: KnownAs, from: number): Promise<WorthData> {
    if (coinId !== null) return this.#coin(coinId, from);
    if (kind === 'money' || (kind === 'coin' && MONEY_COINS.has(asset)))
      return this.#rate(asset, from);
    return Promise.resolve({ daily: NO_SERIES, now: null });
  }

  async #coin(coinId: string, from: number, parts = this.#parts): Promise<WorthData> {
    const since = this.#sinceOf(from);
    this.#coins.set(coinId, Math.min(since, this.#coins.get(coinId) ?? since));
    const { closes } = this.#market;
    const daily = await closes.since(coinId, since);
    parts.push(`${coinId}:${closes.digest(coinId, since)}`);
    return { daily, now: this.#now.ofCoin(coinId) };
  }

  async #rate(code: string, from: number): Promise<WorthData> {
    const now = this.#now.ofMoney(code);
    const since = this.#sinceOf(from);
    if (code === 'USD') return { daily: constant(1, since, this.#yesterday + 1), now };
    const { rates } = this.#market;
    const daily = await rates.since(code, since);
    this.#parts.push(`${code}:${rates.digest(code, since)}`);
    return { daily, now };
  }

  /** Yesterday's close is wanted of everything. */
  #sinceOf(from: number): UtcDay {
    return Math.min(utcDayOf(from), this.#yesterday);
  }
}

/** The same for the same parts, in whatever order they were read. */
function digestOf(parts: readonly string[]): string {
  return hash('sha256', parts.toSorted().join(' '), 'base64url');
}
