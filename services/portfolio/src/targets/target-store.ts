import type { Targets } from '@tidemark/contracts/portfolio-history';
import type { Kysely } from 'kysely';
import { noSuchPortfolio, type PortfolioRow } from '../portfolios/portfolio.ts';
import type { PortfolioTables } from '../tables.ts';
import { changedMeanwhile, hasVersion, type Wanted } from '@tidemark/service/if-match';

/** Shares of a portfolio that its owner wants, percent by asset; empty where none are set. */
export function targetsOf({ targets }: Pick<PortfolioRow, 'targets'>): ReadonlyMap<string, number> {
  return new Map(targets.map(({ asset, percent }) => [asset, percent]));
}

/** The targets with the version that they have apart from the portfolio's. */
export type VersionedTargets = Targets & { version: number };

/** Targets of portfolios, whose owner has been found out. */
export class TargetStore {
  readonly #db: Kysely<PortfolioTables>;

  constructor(db: Kysely<PortfolioTables>) {
    this.#db = db;
  }

  /** Puts others in their place. @throws TidemarkError PRECONDITION_FAILED where they have another version */
  async replace(
    portfolioId: string,
    wanted: Wanted,
    { targets }: Targets,
  ): Promise<VersionedTargets> {
    const row = await this.#db
      .updateTable('portfolios')
      .set((eb) => ({
        targets: JSON.stringify(targets),
        targets_version: eb('targets_version', '+', 1),
      }))
      .where('id', '=', portfolioId)
      .where('deleted_at', 'is', null)
      .where(hasVersion(wanted, 'targets_version'))
      .returning(['targets', 'targets_version'])
      .executeTakeFirst();
    if (!row) throw await this.#refusal(portfolioId);
    return { targets: row.targets, version: row.targets_version };
  }

  async #refusal(portfolioId: string): Promise<Error> {
    const row = await this.#db
      .selectFrom('portfolios')
      .select('id')
      .where('id', '=', portfolioId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    return row ? changedMeanwhile() : noSuchPortfolio();
  }
}
