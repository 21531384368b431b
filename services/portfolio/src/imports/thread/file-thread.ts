import { Worker } from 'node:worker_threads';
import type { Answer, Batch, Question, ReadFile, ThreadWork, Told } from './thread-messages.ts';

/** What a thread may take, MB: more ends it and not the process. Files of 64 MB were seen to take half. */
const HEAP_MB = 1_024;

/** Why nothing could be read, in words for whoever sent the file. */
export class ReadingFailed extends Error {}

/** What the thread gave. */
export interface ThreadReading {
  files: ReadFile[];
  /** Of all files. */
  transactions: number;
}

/** Files that are read in a thread of their own. `stop` ends it, whatever it does. */
export class FileThread {
  readonly #worker: Worker;
  readonly #ended: Promise<never>;
  #heard = Promise.withResolvers<Told>();

  /** @param answer what the thread asks; where it rejects the reading does */
  constructor(work: ThreadWork, answer: (question: Question) => Promise<Answer>) {
    this.#worker = new Worker(new URL('file-worker.ts', import.meta.url), {
      workerData: work,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    const ended = Promise.withResolvers<never>();
    this.#ended = ended.promise;
    this.#ended.catch(() => undefined);
    this.#worker.on('message', (message: Question | Told) => {
      if ('tell' in message) this.#heard.resolve(message);
      else
        answer(message).then(
          (found) => this.#worker.postMessage(found, moved(found)),
          ended.reject,
        );
    });
    this.#worker.once('error', (error) => ended.reject(explained(error)));
    this.#worker.once('exit', () => ended.reject(new Error('the thread has ended')));
  }

  /** Resolves once all files are read. @throws ReadingFailed */
  async read(): Promise<ThreadReading> {
    const told = await this.#told();
    if (told.tell !== 'read') throw new Error(`${told.tell} where it should have been read`);
    return told;
  }

  /** What was read, once; after `read`. */
  async *batches(): AsyncGenerator<Batch> {
    for (;;) {
      this.#worker.postMessage({ next: true });
      const told = await this.#told();
      if (told.tell !== 'batch' || told.batch === null) return;
      yield told.batch;
    }
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  async #told(): Promise<Told> {
    const told = await Promise.race([this.#heard.promise, this.#ended]);
    this.#heard = Promise.withResolvers();
    if (told.tell === 'failed') throw new Error(told.message);
    return told;
  }
}

/** Bytes are handed over, not copied. */
function moved(answer: Answer): ArrayBuffer[] {
  return 'chunk' in answer && answer.chunk !== null ? [answer.chunk.buffer] : [];
}

function explained(error: unknown): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new ReadingFailed('it takes more memory than a file may; part it and import the parts');
  }
  return error instanceof Error ? error : new Error(String(error));
}
