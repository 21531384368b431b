import type PQueue from 'p-queue';
import type { Clock } from '@tidemark/clock/clock';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Kysely } from 'kysely';
import type { PortfolioTables } from '../tables.ts';
import { makeRoom } from '../transactions/held-portfolio.ts';
import { MAX_ATTEMPTS, whileClaimed } from './claims.ts';
import type { ImportKeys } from './import-keys.ts';
import type { ImportRow, ImportStore } from './import-store.ts';
import { insertBatch, ReadTooEarly } from './insert-batch.ts';
import type { StagedFiles, StagedRow } from './staged-files.ts';
import { ReadingFailed, type FileThread, type ThreadReading } from './thread/file-thread.ts';
import { readStored } from './thread/thread-files.ts';

export interface ImportWorkParts {
  db: Kysely<PortfolioTables>;
  clock: Clock;
  logger: Logger;
  staged: StagedFiles;
  imports: ImportStore;
  keys: ImportKeys;
  /** One thread at a time: what files take of memory is what one takes. */
  turns: PQueue;
}

/** Somebody else does it: nothing is put in. */
class NotOurs extends Error {}

const NOTHING = 'nothing of it was put in';

/**
 * Puts files in, in the background: reads them first, without holding anything, then writes all of it in one transaction that holds
 * the portfolio. Whatever dies, all or nothing is there, and what was not done is begun anew when somebody asks for it. ADR 0036.
 */
export class ImportWork {
  readonly #parts: ImportWorkParts;
  readonly #works = new Set<Promise<void>>();
  readonly #stopping = new AbortController();

  constructor(parts: ImportWorkParts) {
    this.#parts = parts;
  }

  /** Begins it, if it is to be done and nobody does it; resolves before it is done. */
  async start(id: string): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    const row = await this.#parts.imports.claim(id);
    if (!row) return;
    const work = this.#do(row).finally(() => this.#works.delete(work));
    this.#works.add(work);
  }

  /** Resolves once nothing is being put in. */
  async idle(): Promise<void> {
    await Promise.all(this.#works);
  }

  /** What is being put in is not, and left to whoever asks for it next. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.idle();
  }

  /** Never throws. */
  async #do(row: ImportRow): Promise<void> {
    const { clock, imports, turns, logger } = this.#parts;
    const ended = new AbortController();
    const signal = AbortSignal.any([ended.signal, this.#stopping.signal]);
    let bytes = 0;
    const claim = { renew: () => imports.renew(row, bytes), lost: () => ended.abort() };
    try {
      await whileClaimed(clock, claim, () =>
        turns.add(() => this.#settle(row, signal, (read) => (bytes = read))),
      );
    } catch (error) {
      logger.warn({ err: error, import: row.id }, 'what became of an import could not be stored');
    }
  }

  async #settle(
    row: ImportRow,
    signal: AbortSignal,
    onBytes: (bytes: number) => void,
  ): Promise<void> {
    const { imports, logger } = this.#parts;
    if (row.attempts > MAX_ATTEMPTS) {
      await imports.ended(row, `it never ended; ${NOTHING}`);
      return;
    }
    try {
      await this.#readAndPut(row, signal, onBytes);
    } catch (error) {
      const isLeft = signal.aborted || error instanceof NotOurs;
      const isTold = error instanceof TidemarkError || error instanceof ReadingFailed;
      if (!isTold && !isLeft) logger.error({ err: error, import: row.id }, 'an import failed');
      const reason = isTold ? error.message : `it could not be done; ${NOTHING}`;
      await imports.ended(row, isLeft ? null : reason);
    }
  }

  /** Again where another import came between reading and writing. */
  async #readAndPut(
    row: ImportRow,
    signal: AbortSignal,
    onBytes: (bytes: number) => void,
  ): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const thread = await this.#begin(row, onBytes);
      const stop = () => void thread.stop();
      signal.addEventListener('abort', stop, { once: true });
      try {
        await this.#put(row, thread, await thread.read());
        return;
      } catch (error) {
        if (!(error instanceof ReadTooEarly)) throw error;
      } finally {
        signal.removeEventListener('abort', stop);
        await thread.stop();
      }
    }
  }

  async #begin(row: ImportRow, onBytes: (bytes: number) => void): Promise<FileThread> {
    const { staged, keys, clock } = this.#parts;
    const files: StagedRow[] = [];
    for (const id of row.file_ids) files.push(await staged.find(row.portfolio_id, id));
    return readStored(row.portfolio_id, files, { staged, keys, now: clock.now() }, onBytes);
  }

  #put(row: ImportRow, thread: FileThread, read: ThreadReading): Promise<void> {
    const { db, imports } = this.#parts;
    const place = { portfolioId: row.portfolio_id, importId: row.id };
    return db.transaction().execute(async (trx) => {
      await makeRoom(trx, place.portfolioId, read.transactions);
      if (!(await imports.done(trx, row, resultOf(row, read)))) throw new NotOurs();
      for await (const batch of thread.batches()) await insertBatch(trx, place, batch);
      await trx.deleteFrom('staged_files').where('id', 'in', row.file_ids).execute();
    });
  }
}

function resultOf({ files: named }: ImportRow, { files, transactions }: ThreadReading) {
  return {
    transactions,
    already_there: files.reduce((sum, { alreadyThere }) => sum + alreadyThere, 0),
    files: files.map(({ report }, index) => {
      if (report.reason !== null) throw new ReadingFailed(report.reason);
      const { preset, rows, taken, joined, ignored, refused_count: refused } = report;
      const name = named[index]?.name ?? '';
      return { name, preset: preset ?? '', rows, taken, joined, ignored, refused };
    }),
  };
}
