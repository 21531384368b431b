import { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';
import type { ReportInput } from './report-input.ts';

/** What a report may take, MB: more ends its thread and not the process. 10,000 lines go into it. */
const HEAP_MB = 512;

/** Writes reports in threads, one at a time: some take seconds, and others are answered meanwhile. */
export class ReportThread {
  readonly #turns = new PQueue({ concurrency: 1 });
  #worker: Worker | null = null;

  /** The PDF. @throws Error where the thread ended before it was written */
  write(input: ReportInput): Promise<Uint8Array> {
    return this.#turns.add(() => this.#write(input));
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
    await this.#turns.onIdle();
  }

  #write(input: ReportInput): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(new URL('report-worker.ts', import.meta.url), {
        workerData: input,
        resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      });
      this.#worker = worker;
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => {
        this.#worker = null;
        reject(new Error('the thread of a report ended before it was written'));
      });
    });
  }
}
