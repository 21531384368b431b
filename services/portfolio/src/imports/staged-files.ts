import { randomUUID } from 'node:crypto';
import type { Clock } from '@tidemark/clock/clock';
import { TidemarkError } from '@tidemark/contracts/errors';
import { SERVICES } from '@tidemark/contracts/services';
import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { FileReport, PortfolioTables } from '../tables.ts';
import { claimEnd } from './claims.ts';

export type StagedRow = Selectable<PortfolioTables['staged_files']>;

/** Of one file, bytes. */
export const MAX_FILE_BYTES: number =
  SERVICES.portfolio.uploads['/api/portfolio/:portfolio_id/files'];
/** Of an account. */
const MAX_FILES = 10;
const MAX_BYTES = 200 * 1024 * 1024;
const KEPT_MS = 86_400_000;
/** No request takes longer, ms. */
const COMING_MS = 3_600_000;

/** How a file is to be read. */
export interface ReadAs {
  time_zone: string | null;
  mapping: Record<string, string> | null;
}

/** Files that were sent and wait to be put in: bytes in chunks, and what a reading of them says. */
export class StagedFiles {
  readonly #db: Kysely<PortfolioTables>;
  readonly #clock: Clock;

  constructor(db: Kysely<PortfolioTables>, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /**
   * Makes room for a file that comes.
   * @param bytes that it may have
   * @throws TidemarkError CONFLICT past 10 files or 200 MB of an account
   */
  async begin(
    of: { userId: string; portfolioId: string },
    { name, bytes, timeZone }: { name: string; bytes: number; timeZone: string | null },
  ): Promise<string> {
    const id = randomUUID();
    await this.#db.transaction().execute(async (trx) => {
      await refuseMore(trx, of.userId, bytes);
      await trx
        .insertInto('staged_files')
        .values({
          ...{ id, portfolio_id: of.portfolioId, user_id: of.userId, name, bytes },
          ...{ state: 'coming', time_zone: timeZone, mapping: null, report: null },
          ...{ created_at: this.#now(), claim: null, claimed_until: null },
        })
        .execute();
    });
    return id;
  }

  async append(id: string, n: number, chunk: Buffer): Promise<void> {
    // As text: both databases read it faster than a parameter of bytes.
    const bytes = sql`decode(${chunk.toString('base64')}::text, 'base64')`;
    await sql`insert into staged_chunks (file_id, n, bytes) values (${id}::uuid, ${n}::integer, ${bytes})`.execute(
      this.#db,
    );
  }

  /** The n-th chunk; null past the last one. */
  async chunk(id: string, n: number): Promise<Uint8Array<ArrayBuffer> | null> {
    const row = await this.#db
      .selectFrom('staged_chunks')
      .select(sql<string>`encode(bytes, 'base64')`.as('text'))
      .where('file_id', '=', id)
      .where('n', '=', n)
      .executeTakeFirst();
    // Not from the pool of small buffers: it is handed over to a thread.
    return row ? new Uint8Array(Buffer.from(row.text, 'base64')) : null;
  }

  /** It is whole, and to be read. */
  finish(trx: Transaction<PortfolioTables>, id: string, bytes: number): Promise<StagedRow> {
    return trx
      .updateTable('staged_files')
      .set({ state: 'reading', bytes })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** Of a portfolio, newest first. */
  list(portfolioId: string): Promise<StagedRow[]> {
    return this.#db
      .selectFrom('staged_files')
      .selectAll()
      .where('portfolio_id', '=', portfolioId)
      .where('state', '<>', 'coming')
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute();
  }

  /** @throws TidemarkError RESOURCE_NOT_FOUND */
  async find(portfolioId: string, id: string | null): Promise<StagedRow> {
    const row =
      id === null
        ? undefined
        : await this.#db
            .selectFrom('staged_files')
            .selectAll()
            .where('id', '=', id)
            .where('portfolio_id', '=', portfolioId)
            .where('state', '<>', 'coming')
            .executeTakeFirst();
    if (!row) throw noSuchFile();
    return row;
  }

  async remove(id: string): Promise<void> {
    await this.#db.deleteFrom('staged_files').where('id', '=', id).execute();
  }

  /** Says how it is to be read; a reading that is under way counts no more. */
  async readAnew(id: string, as: ReadAs): Promise<void> {
    await this.#db
      .updateTable('staged_files')
      .set({
        ...{ state: 'reading', bytes_read: 0, report: null, time_zone: as.time_zone, attempts: 0 },
        mapping: as.mapping === null ? null : JSON.stringify(as.mapping),
        ...{ claim: null, claimed_until: null },
      })
      .where('id', '=', id)
      .execute();
  }

  /** Takes a file that is to be read and that nobody reads; undefined: somebody does, or it is read. */
  claim(id: string): Promise<StagedRow | undefined> {
    const claim = { claim: randomUUID(), claimed_until: claimEnd(this.#clock) };
    return this.#db
      .updateTable('staged_files')
      .set((eb) => ({ ...claim, bytes_read: 0, attempts: eb('attempts', '+', 1) }))
      .where('id', '=', id)
      .where('state', '=', 'reading')
      .where((eb) =>
        eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', this.#now())]),
      )
      .returningAll()
      .executeTakeFirst();
  }

  /** @returns whether the reading is still the one that counts */
  async renew({ id, claim }: StagedRow, bytes_read: number): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('staged_files')
      .set({ bytes_read, claimed_until: claimEnd(this.#clock) })
      .where('id', '=', id)
      .where('claim', '=', claim)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Keeps what a reading says, if it is still the one that counts; null: it ended before, and may be begun anew. */
  async settle({ id, claim, bytes }: StagedRow, report: FileReport | null): Promise<void> {
    const read =
      report === null
        ? {}
        : {
            state: report.reason === null ? ('ready' as const) : ('refused' as const),
            ...{ report: JSON.stringify(report), bytes_read: bytes },
          };
    await this.#db
      .updateTable('staged_files')
      .set({ ...read, claim: null, claimed_until: null })
      .where('id', '=', id)
      .where('claim', '=', claim)
      .execute();
  }

  /** Forgets what was sent a day ago, and what never came whole. */
  async prune(): Promise<void> {
    const before = (ms: number) => new Date(this.#clock.now() - ms);
    await this.#db
      .deleteFrom('staged_files')
      .where((eb) =>
        eb.or([
          eb('created_at', '<=', before(KEPT_MS)),
          eb('state', '=', 'coming').and('created_at', '<=', before(COMING_MS)),
        ]),
      )
      .execute();
  }

  #now(): Date {
    return new Date(this.#clock.now());
  }
}

async function refuseMore(
  trx: Transaction<PortfolioTables>,
  userId: string,
  more: number,
): Promise<void> {
  const lock = `staged files of ${userId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(trx);
  const { files, bytes } = await trx
    .selectFrom('staged_files')
    .select((eb) => [
      eb.fn.countAll<number>().as('files'),
      sql<number>`coalesce(sum(bytes), 0)`.as('bytes'),
    ])
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  if (files < MAX_FILES && bytes + more <= MAX_BYTES) return;
  throw new TidemarkError(
    'CONFLICT',
    `At most ${MAX_FILES} files and ${MAX_BYTES / 1024 / 1024} MB may wait to be imported; import or remove some first.`,
  );
}

export function noSuchFile(): TidemarkError {
  return new TidemarkError('RESOURCE_NOT_FOUND', 'No such file.');
}
