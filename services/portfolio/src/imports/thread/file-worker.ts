import { parentPort, workerData } from 'node:worker_threads';
import { readZone } from '@tidemark/imports/zone';
import { readMapping } from '@tidemark/imports/mapping';
import { importFile, type ImportedFile, type ImportOptions } from '@tidemark/imports/import-file';
import { SEEN } from '@tidemark/imports/outcomes';
import { FileRefusal } from '@tidemark/imports/refusal';
import { batchesOf, type NewTransactions } from './batches.ts';
import { fileReport, refusedReport } from './file-report.ts';
import type {
  Answer,
  Next,
  Question,
  ReadFile,
  ThreadFile,
  ThreadWork,
  Told,
} from './thread-messages.ts';

// Reads files in a thread of their own, so that a long one holds up nothing else, then gives out what it read, batch by batch.

/** Keys that are asked about with one question. */
const KEYS_AT_ONCE = 5_000;

const { files, until } = workerData as ThreadWork;
/** Of rows that a file before has given. */
const taken = new Set<string>();

function tell(told: Told): void {
  parentPort?.postMessage(told);
}

function heard<M>(): Promise<M> {
  return new Promise((resolve) => parentPort?.once('message', resolve));
}

function ask(question: Question): Promise<Answer> {
  parentPort?.postMessage(question);
  return heard<Answer>();
}

async function* chunksOf(file: number): AsyncGenerator<Uint8Array> {
  for (;;) {
    const answer = await ask({ ask: 'chunk', file });
    if (!('chunk' in answer) || answer.chunk === null) return;
    yield answer.chunk;
  }
}

async function seenAmong(keys: readonly string[]): Promise<ReadonlySet<string>> {
  const seen = new Set(keys.filter((key) => taken.has(key)));
  for (let at = 0; at < keys.length; at += KEYS_AT_ONCE) {
    const asked = keys.slice(at, at + KEYS_AT_ONCE).join(',');
    const answer = await ask({ ask: 'seen', keys: asked });
    if ('seen' in answer && answer.seen !== '') {
      for (const key of answer.seen.split(',')) seen.add(key);
    }
  }
  return seen;
}

function optionsOf({ name, timeZone, mapping: kept }: ThreadFile): ImportOptions {
  const zone = timeZone === null ? null : readZone(timeZone);
  const mapping = kept === null ? null : readMapping(kept);
  return { fileName: name, until, ...(zone !== null && { zone }), ...(mapping && { mapping }) };
}

async function readOne(file: ThreadFile, index: number): Promise<[ReadFile, NewTransactions]> {
  let seen: ReadonlySet<string> = new Set();
  let read: ImportedFile;
  try {
    read = await importFile(chunksOf(index), {
      ...optionsOf(file),
      seen: async (keys) => (seen = await seenAmong(keys)),
    });
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    const report = refusedReport(error.message, error.titles);
    return [
      { report, alreadyThere: 0 },
      { file: index, transactions: [], seen },
    ];
  }
  const { transactions, outcomes } = read;
  if (files.length > 1) for (const { keys } of transactions) for (const key of keys) taken.add(key);
  const alreadyThere = outcomes.ignored.get(SEEN) ?? 0;
  return [
    { report: fileReport(read), alreadyThere },
    { file: index, transactions, seen },
  ];
}

async function readAll(): Promise<void> {
  const reports: ReadFile[] = [];
  const read: NewTransactions[] = [];
  for (const [index, file] of files.entries()) {
    const [report, transactions] = await readOne(file, index);
    reports.push(report);
    read.push(transactions);
  }
  const count = read.reduce((sum, { transactions }) => sum + transactions.length, 0);
  tell({ tell: 'read', files: reports, transactions: count });
  for (const batch of batchesOf(read)) {
    await heard<Next>();
    tell({ tell: 'batch', batch });
  }
  await heard<Next>();
  tell({ tell: 'batch', batch: null });
}

try {
  await readAll();
} catch (error) {
  tell({ tell: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : '' });
}
