import { importFile } from '@tidemark/imports/import-file';
import { parse } from 'csv-parse/sync';
import { line } from '../analytics/line.ts';
import { madeCoinbaseFile, madeStatement } from './made-files.ts';

/** What part of csv-parse's own rate an import is held to. */
const LEAST = 0.2;
const CHUNK = 65_536;

/** Prints how many rows a second files are read with, beside csv-parse alone. Answers whether the target is met. */
export async function importRates(rows: number, rounds: number): Promise<boolean> {
  process.stdout.write(
    `Files of ${rows} rows, CPU, best of ${rounds}\n` +
      line('', ['rows/s', 'csv-parse', 'ratio', 'heap MB', 'taken']),
  );
  const files = {
    'binance.csv': madeStatement(rows),
    'coinbase.csv': madeCoinbaseFile(rows),
  };
  let least = Infinity;
  for (const [name, bytes] of Object.entries(files)) {
    const bare = await rateOf(rows, rounds, () => parse(bytes, { relax_column_count: true }));
    const memory = new Memory();
    let taken = 0;
    const rate = await rateOf(rows, rounds, async () => {
      const { transactions } = await importFile(chunksOf(bytes), { fileName: name });
      memory.look();
      taken = transactions.length;
    });
    least = Math.min(least, rate / bare);
    const cells = [rate.toFixed(0), bare.toFixed(0), (rate / bare).toFixed(2)];
    process.stdout.write(line(name, [...cells, memory.most.toFixed(0), taken]));
  }
  const met = least >= LEAST;
  process.stdout.write(
    `at least ${LEAST} of csv-parse's rate: ${met ? 'yes' : 'NO'} (${least.toFixed(2)})\n`,
  );
  return met;
}

/** As they come from a disk. */
async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) {
    yield await Promise.resolve(bytes.subarray(at, at + CHUNK));
  }
}

/** Rows by second of CPU time, in the best round. */
async function rateOf(rows: number, rounds: number, read: () => unknown): Promise<number> {
  let best = 0;
  for (let i = 0; i < rounds; i += 1) {
    const before = process.cpuUsage();
    await read();
    const { user, system } = process.cpuUsage(before);
    best = Math.max(best, (rows * 1e6) / (user + system));
  }
  return best;
}

/** How much more of the heap is used than before, with the transactions and what is not collected yet; MB. */
class Memory {
  readonly #before: number;
  most = 0;

  constructor() {
    globalThis.gc?.();
    this.#before = process.memoryUsage().heapUsed;
  }

  look(): void {
    this.most = Math.max(this.most, (process.memoryUsage().heapUsed - this.#before) / 1e6);
  }
}
