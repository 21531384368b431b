import type { FileReport } from '../../tables.ts';

/** A file that a thread is to read. */
export interface ThreadFile {
  name: string;
  /** Of times that name none; null: as the file says. */
  timeZone: string | null;
  mapping: Readonly<Record<string, string>> | null;
}

/** What a thread is started with. */
export interface ThreadWork {
  files: readonly ThreadFile[];
  /** Epoch ms: what is later is refused. */
  until: number;
}

/** What a thread asks: the next bytes of a file, or which keys are there already. It waits for the answer. */
export type Question = { ask: 'chunk'; file: number } | { ask: 'seen'; keys: string };
/** `keys` of a question and `seen` of an answer: keys with commas between them. */
export type Answer = { chunk: Uint8Array<ArrayBuffer> | null } | { seen: string };
/** What it is told when the next batch is wanted. */
export interface Next {
  next: true;
}

/** A file that was read. */
export interface ReadFile {
  report: FileReport;
  /** Rows that an import before has put in. */
  alreadyThere: number;
}

/** Transactions as JSON for the database, so that nobody but the thread and the database has to look into them. */
export interface Batch {
  transactions: string;
  movements: string;
  /** Of its rows, those that were not there, with commas between them. */
  keys: string;
  keyCount: number;
}

export type Told =
  | { tell: 'read'; files: ReadFile[]; transactions: number }
  | { tell: 'batch'; batch: Batch | null }
  | { tell: 'failed'; message: string };
