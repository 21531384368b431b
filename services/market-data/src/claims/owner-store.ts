import type { Database } from '@tidemark/database/database';
import type { Kysely, Transaction } from 'kysely';
import { FencedError, type Claim } from './claim.ts';
import type { MarketTables } from '../tables.ts';

/** Who owns which partition of `trades`, and since which claim. */
export class OwnerStore {
  readonly #db: Kysely<MarketTables>;

  constructor(database: Database) {
    this.#db = database.as<MarketTables>();
  }

  /** Claims the partitions for `owner`; waits for writes under the earlier claims to end, and voids those claims. */
  async claim(partitions: readonly number[], owner: string): Promise<Claim[]> {
    if (partitions.length === 0) return [];
    const ordered = [...partitions].sort((a, b) => a - b);
    return this.#db
      .insertInto('partition_owners')
      .values(ordered.map((partition) => ({ partition, epoch: 1, owner })))
      .onConflict((oc) =>
        oc.column('partition').doUpdateSet((eb) => ({
          epoch: eb('partition_owners.epoch', '+', 1),
          owner: eb.ref('excluded.owner'),
        })),
      )
      .returning(['partition', 'epoch'])
      .execute();
  }

  /** Those of the claims that a later one voided. */
  async voided(claims: readonly Claim[]): Promise<Claim[]> {
    const rows = await this.#db
      .selectFrom('partition_owners')
      .select(['partition', 'epoch'])
      .execute();
    return others(claims, rows);
  }

  /** Names of the replicas that own partitions, each once. */
  async owners(): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('partition_owners')
      .select('owner')
      .distinct()
      .orderBy('owner')
      .execute();
    return rows.map((row) => row.owner);
  }
}

/**
 * Makes sure, until the transaction ends, that the claims hold: a later claim waits for it.
 * @throws FencedError naming the claims that were voided before
 */
export async function holdClaims(
  tx: Transaction<MarketTables>,
  claims: readonly Claim[],
): Promise<void> {
  const distinct = [...new Set(claims)];
  if (distinct.length === 0) return;
  const rows = await tx
    .selectFrom('partition_owners')
    .select(['partition', 'epoch'])
    .where(
      'partition',
      'in',
      distinct.map((claim) => claim.partition),
    )
    .orderBy('partition')
    .forShare()
    .execute();
  const voided = others(distinct, rows);
  if (voided.length > 0) throw new FencedError(voided);
}

/** Those of the claims that are not in the table. */
function others(claims: readonly Claim[], table: readonly Claim[]): Claim[] {
  const epochs = new Map(table.map(({ partition, epoch }) => [partition, epoch]));
  return claims.filter(({ partition, epoch }) => epochs.get(partition) !== epoch);
}
