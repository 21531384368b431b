import type { AssetSetting } from '@tidemark/contracts/portfolio-history';
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import { readDay, type UtcDay } from '../market/utc-day.ts';
import { noSuchPortfolio, type PortfolioRow } from '../portfolios/portfolio.ts';
import type { PortfolioTables } from '../tables.ts';

/** What somebody has set of a portfolio's assets. */
export interface AssetSettings {
  /** Which coin an asset is; null: none. */
  readonly coins: ReadonlyMap<string, string | null>;
  /** In the portfolio's base currency, oldest first. */
  readonly prices: ReadonlyMap<string, readonly (readonly [UtcDay, string])[]>;
}

export interface WantedSetting {
  coin?: { id: string | null } | 'by_name' | undefined;
  prices?: AssetSetting['prices'] | undefined;
}

type Whose = Pick<PortfolioRow, 'id' | 'base_currency' | 'settings_version'>;

/** Portfolios whose settings are kept. */
const MOST_KEPT = 1_000;

/** Settings of assets. Prices by hand belong to the base currency in which they were given. */
export class AssetSettingStore {
  readonly #db: Kysely<PortfolioTables>;
  readonly #kept = new Map<string, { version: string; settings: AssetSettings }>();

  constructor(db: Kysely<PortfolioTables>) {
    this.#db = db;
  }

  async of(portfolio: Whose): Promise<AssetSettings> {
    const { id } = portfolio;
    const version = `${portfolio.settings_version} ${portfolio.base_currency}`;
    const kept = this.#kept.get(id);
    if (kept?.version === version) return kept.settings;
    const settings = await this.#read(portfolio);
    this.#kept.delete(id);
    this.#kept.set(id, { version, settings });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return settings;
  }

  /** Sets what is said of an asset; what is left out stays. `by_name`: its name says again which coin it is. */
  set(portfolio: Whose, asset: string, wanted: WantedSetting): Promise<PortfolioRow> {
    return this.#db.transaction().execute(async (trx) => {
      const row = await countUp(trx, portfolio.id);
      if (wanted.coin !== undefined) await setCoin(trx, row, asset, wanted.coin);
      if (wanted.prices !== undefined) await setPrices(trx, row, asset, wanted.prices);
      return row;
    });
  }

  async #read({ id, base_currency: currency }: Whose): Promise<AssetSettings> {
    const coins = await this.#db
      .selectFrom('asset_coins')
      .select(['asset', 'coin_id'])
      .where('portfolio_id', '=', id)
      .execute();
    const prices = await this.#db
      .selectFrom('manual_prices')
      .select(['asset', sql<string>`day::text`.as('day'), 'price'])
      .where('portfolio_id', '=', id)
      .where('currency', '=', currency)
      .orderBy('day')
      .execute();
    const byAsset = Map.groupBy(prices, ({ asset }) => asset);
    return {
      coins: new Map(coins.map(({ asset, coin_id: coinId }) => [asset, coinId])),
      prices: new Map(
        [...byAsset].map(([asset, rows]) => [
          asset,
          rows.map(({ day, price }) => [readDay(day), price] as const),
        ]),
      ),
    };
  }
}

async function countUp(trx: Transaction<PortfolioTables>, id: string): Promise<PortfolioRow> {
  const row = await trx
    .updateTable('portfolios')
    .set((eb) => ({ settings_version: eb('settings_version', '+', 1) }))
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw noSuchPortfolio();
  return row;
}

async function setCoin(
  trx: Transaction<PortfolioTables>,
  { id }: PortfolioRow,
  asset: string,
  coin: { id: string | null } | 'by_name',
): Promise<void> {
  await trx
    .deleteFrom('asset_coins')
    .where('portfolio_id', '=', id)
    .where('asset', '=', asset)
    .execute();
  if (coin === 'by_name') return;
  const row = { portfolio_id: id, asset, coin_id: coin.id };
  await trx.insertInto('asset_coins').values(row).execute();
}

async function setPrices(
  trx: Transaction<PortfolioTables>,
  { id, base_currency: currency }: PortfolioRow,
  asset: string,
  prices: AssetSetting['prices'],
): Promise<void> {
  await trx
    .deleteFrom('manual_prices')
    .where('portfolio_id', '=', id)
    .where('asset', '=', asset)
    .where('currency', '=', currency)
    .execute();
  if (prices.length === 0) return;
  const rows = prices.map(({ day, price }) => ({ portfolio_id: id, asset, currency, day, price }));
  await trx.insertInto('manual_prices').values(rows).execute();
}
