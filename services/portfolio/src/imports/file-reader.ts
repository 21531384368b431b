import type PQueue from 'p-queue';
import type { Clock } from '@tidemark/clock/clock';
import type { Logger } from '@tidemark/telemetry/logger';
import { MAX_ATTEMPTS, whileClaimed } from './claims.ts';
import type { ImportKeys } from './import-keys.ts';
import type { StagedFiles, StagedRow } from './staged-files.ts';
import { refusedReport } from './thread/file-report.ts';
import { ReadingFailed } from './thread/file-thread.ts';
import { readStored } from './thread/thread-files.ts';

export interface FileReaderParts {
  clock: Clock;
  logger: Logger;
  staged: StagedFiles;
  keys: ImportKeys;
  /** One thread at a time: what files take of memory is what one takes. */
  turns: PQueue;
}

/** Reads files that wait, in the background, for what they would put in. */
export class FileReader {
  readonly #parts: FileReaderParts;
  readonly #readings = new Set<Promise<void>>();
  readonly #stopping = new AbortController();

  constructor(parts: FileReaderParts) {
    this.#parts = parts;
  }

  /** Begins to read it, if it is to be read and nobody does; resolves before it is read. */
  async start(id: string): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    const row = await this.#parts.staged.claim(id);
    if (!row) return;
    const reading = this.#read(row).finally(() => this.#readings.delete(reading));
    this.#readings.add(reading);
  }

  /** Resolves once nothing is being read. */
  async idle(): Promise<void> {
    await Promise.all(this.#readings);
  }

  /** What is being read is left to whoever asks for it next. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.idle();
  }

  /** Never throws. */
  async #read(row: StagedRow): Promise<void> {
    const { clock, staged, turns, logger } = this.#parts;
    const ended = new AbortController();
    const signal = AbortSignal.any([ended.signal, this.#stopping.signal]);
    let bytes = 0;
    const claim = {
      renew: () => staged.renew(row, bytes),
      lost: () => ended.abort(),
    };
    try {
      await whileClaimed(clock, claim, () =>
        turns.add(() => this.#inThread(row, signal, (read) => (bytes = read))),
      );
    } catch (error) {
      logger.warn({ err: error, file: row.id }, 'what a file says could not be stored');
    }
  }

  async #inThread(
    row: StagedRow,
    signal: AbortSignal,
    onBytes: (bytes: number) => void,
  ): Promise<void> {
    const { clock, staged, keys, logger } = this.#parts;
    if (row.attempts > MAX_ATTEMPTS) return staged.settle(row, unreadable('it could not be read'));
    const isOver = () => signal.aborted;
    if (isOver()) return staged.settle(row, null);
    const sources = { staged, keys, now: clock.now() };
    const thread = readStored(row.portfolio_id, [row], sources, onBytes);
    const stop = () => void thread.stop();
    signal.addEventListener('abort', stop, { once: true });
    try {
      const { files } = await thread.read();
      await staged.settle(row, files[0]?.report ?? null);
    } catch (error) {
      const isTold = error instanceof ReadingFailed;
      if (!isTold && !isOver()) logger.error({ err: error, file: row.id }, 'a file was not read');
      const reason = isTold ? error.message : 'it could not be read';
      await staged.settle(row, isOver() ? null : unreadable(reason));
    } finally {
      signal.removeEventListener('abort', stop);
      await thread.stop();
    }
  }
}

function unreadable(reason: string) {
  return refusedReport(reason, []);
}
