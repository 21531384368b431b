import { randomUUID } from 'node:crypto';
import type { Clock } from '@tidemark/clock/clock';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Import, ImportRequest } from '@tidemark/contracts/portfolio-import';
import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import { refusedFields } from '@tidemark/service/refused-fields';
import type { PortfolioRow } from '../portfolios/portfolio.ts';
import type { PortfolioTables } from '../tables.ts';
import { claimEnd } from './claims.ts';
import { keepMapping } from './kept-mappings.ts';
import { MAX_FILE_BYTES, noSuchFile, type StagedRow } from './staged-files.ts';

export type ImportRow = Selectable<PortfolioTables['imports']>;

/** What an import put in. */
export type ImportResult = Pick<ImportRow, 'transactions' | 'already_there'> & {
  files: Import['files'];
};

const MAX_LISTED = 100;

/** Imports of portfolios: what is to be put in, and what was. */
export class ImportStore {
  readonly #db: Kysely<PortfolioTables>;
  readonly #clock: Clock;

  constructor(db: Kysely<PortfolioTables>, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /**
   * Writes down that files are to be put in.
   * @throws TidemarkError RESOURCE_NOT_FOUND for a file that is not there, CONFLICT for one that is not ready, or too many bytes
   */
  async create(
    trx: Transaction<PortfolioTables>,
    { id: portfolioId, user_id }: PortfolioRow,
    { file_ids, keep_mapping_as }: ImportRequest,
  ): Promise<ImportRow> {
    const files = await readyFiles(trx, portfolioId, file_ids);
    if (keep_mapping_as !== undefined) {
      await keepMapping(trx, user_id, { name: keep_mapping_as, mapping: theMapping(files) });
    }
    return trx
      .insertInto('imports')
      .values({
        ...{ id: randomUUID(), portfolio_id: portfolioId, state: 'working', reason: null },
        ...{ created_at: new Date(this.#clock.now()), undone_at: null },
        file_ids: JSON.stringify(files.map(({ id }) => id)),
        files: JSON.stringify(files.map(notReadYet)),
        keep_mapping_as: keep_mapping_as ?? null,
        bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
        ...{ bytes_read: 0, transactions: 0, already_there: 0, claim: null, claimed_until: null },
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** Of a portfolio, newest first, at most 100. */
  list(portfolioId: string): Promise<ImportRow[]> {
    return this.#db
      .selectFrom('imports')
      .selectAll()
      .where('portfolio_id', '=', portfolioId)
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(MAX_LISTED)
      .execute();
  }

  /** @throws TidemarkError RESOURCE_NOT_FOUND */
  async find(portfolioId: string, id: string | null): Promise<ImportRow> {
    const row =
      id === null
        ? undefined
        : await this.#db
            .selectFrom('imports')
            .selectAll()
            .where('id', '=', id)
            .where('portfolio_id', '=', portfolioId)
            .executeTakeFirst();
    if (!row) throw new TidemarkError('RESOURCE_NOT_FOUND', 'No such import.');
    return row;
  }

  /** As they are shown; how many of their transactions were changed since is counted. */
  async shown(rows: readonly ImportRow[]): Promise<Import[]> {
    const ids = rows.filter(({ state }) => state === 'done').map(({ id }) => id);
    const counts =
      ids.length === 0
        ? []
        : await this.#db
            .selectFrom('transactions')
            .select((eb) => ['import_id', eb.fn.countAll<number>().as('edited')])
            .where('import_id', 'in', ids)
            .where('version', '>', 1)
            .groupBy('import_id')
            .execute();
    const edited = new Map(counts.map((each) => [each.import_id, each.edited]));
    return rows.map((row) => toImport(row, edited.get(row.id) ?? 0));
  }

  /** Takes one that is to be done and that nobody does; undefined: somebody does, or it is done. */
  claim(id: string): Promise<ImportRow | undefined> {
    const claim = { claim: randomUUID(), claimed_until: claimEnd(this.#clock) };
    return this.#db
      .updateTable('imports')
      .set((eb) => ({ ...claim, bytes_read: 0, attempts: eb('attempts', '+', 1) }))
      .where('id', '=', id)
      .where('state', '=', 'working')
      .where((eb) =>
        eb.or([
          eb('claimed_until', 'is', null),
          eb('claimed_until', '<=', new Date(this.#clock.now())),
        ]),
      )
      .returningAll()
      .executeTakeFirst();
  }

  /** @returns whether it is still ours to do */
  async renew({ id, claim }: ImportRow, bytes_read: number): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('imports')
      .set({ bytes_read, claimed_until: claimEnd(this.#clock) })
      .where('id', '=', id)
      .where('claim', '=', claim)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Within the transaction of its work. @returns whether it was still ours to do */
  async done(
    trx: Transaction<PortfolioTables>,
    { id, claim, bytes }: ImportRow,
    { files, ...counts }: ImportResult,
  ): Promise<boolean> {
    const { numUpdatedRows } = await trx
      .updateTable('imports')
      .set({
        ...{ state: 'done', files: JSON.stringify(files), ...counts, bytes_read: bytes },
        ...{ claim: null, claimed_until: null },
      })
      .where('id', '=', id)
      .where('claim', '=', claim)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** @param reason null: it ended before, and may be begun anew */
  async ended({ id, claim }: ImportRow, reason: string | null): Promise<void> {
    await this.#db
      .updateTable('imports')
      .set({
        ...(reason !== null && { state: 'failed', reason }),
        ...{ claim: null, claimed_until: null },
      })
      .where('id', '=', id)
      .where('claim', '=', claim)
      .execute();
  }
}

export function toImport(row: ImportRow, edited: number): Import {
  const { id, state, reason, bytes, bytes_read, files, transactions, already_there } = row;
  return {
    ...{ import_id: id, created_at: row.created_at.getTime(), state, reason, bytes, bytes_read },
    undone_at: row.undone_at?.getTime() ?? null,
    ...{ files, transactions, edited, already_there },
  };
}

/** In the order in which they are asked for. */
async function readyFiles(
  trx: Transaction<PortfolioTables>,
  portfolioId: string,
  ids: readonly string[],
): Promise<StagedRow[]> {
  const rows = await trx
    .selectFrom('staged_files')
    .selectAll()
    .where('portfolio_id', '=', portfolioId)
    .where('state', '<>', 'coming')
    .where(sql<string>`id::text`, 'in', [...ids])
    .execute();
  const files = [...new Set(ids)].map((id) => {
    const found = rows.find((row) => row.id === id);
    if (!found) throw noSuchFile();
    if (found.state === 'ready') return found;
    const why = found.state === 'reading' ? 'is being read' : 'cannot be read';
    throw new TidemarkError('CONFLICT', `${found.name} ${why}.`);
  });
  if (files.reduce((sum, { bytes }) => sum + bytes, 0) <= MAX_FILE_BYTES) return files;
  const most = MAX_FILE_BYTES / 1024 / 1024;
  throw new TidemarkError('CONFLICT', `Files of one import have at most ${most} MB together.`);
}

/** What the columns of the one file were taken for that no preset knew. */
function theMapping(files: readonly StagedRow[]): Record<string, string> {
  const mappings = files.flatMap(({ report }) => (report?.mapping ? [report.mapping] : []));
  const [mapping] = mappings;
  if (mapping && mappings.length === 1) return mapping;
  const reason = 'needs one file whose columns no preset knew';
  throw refusedFields([{ field: 'body.keep_mapping_as', reason }]);
}

function notReadYet({ name }: StagedRow): Import['files'][number] {
  return { name, preset: '', rows: 0, taken: 0, joined: 0, ignored: 0, refused: 0 };
}
