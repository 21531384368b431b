import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, types } from '@electric-sql/pglite';
import { durableArguments, durableFiles } from './durable-files.ts';
import { fieldsOf } from './query-error.ts';
import type { WorkerOptions, WorkerReply, WorkerRequest } from './worker-messages.ts';

/**
 * How PostgreSQL's values come out, the same for every adapter:
 * int8 is a number where that is exact, else a bigint; numeric is a string, exact; date is a string, `2026-11-20`;
 * timestamptz is a Date, and so is timestamp, which is taken to be in UTC; json and jsonb are parsed.
 */
const PGLITE_PARSERS = {
  [types.INT8]: (text: string): number | bigint => {
    const value = Number(text);
    return Number.isSafeInteger(value) ? value : BigInt(text);
  },
  [types.NUMERIC]: (text: string): string => text,
  [types.DATE]: (text: string): string => text,
  [types.TIMESTAMP]: (text: string): Date => new Date(`${text.replace(' ', 'T')}Z`),
};

/** The thread that PostgreSQL runs in: a query blocks this thread and never the sockets of the process. */
const { clusterDir } = workerData as WorkerOptions;

function reply(message: WorkerReply): void {
  parentPort?.postMessage(message);
}

function open(): Promise<PGlite> {
  return PGlite.create({
    fs: durableFiles(clusterDir),
    startParams: durableArguments(),
    relaxedDurability: false,
    parsers: PGLITE_PARSERS,
    onStderr: (text) => {
      reply({ kind: 'stderr', text });
      return true;
    },
  });
}

async function answer(db: PGlite, request: WorkerRequest): Promise<WorkerReply> {
  const { id } = request;
  try {
    if ('close' in request) {
      await db.close();
      return { kind: 'answer', id, rows: [], affectedRows: undefined, command: undefined };
    }
    const result = await db.query<Record<string, unknown>>(request.sql, [...request.params]);
    const { rows, affectedRows, command } = result;
    return { kind: 'answer', id, rows, affectedRows, command };
  } catch (error) {
    return { kind: 'refused', id, error: fieldsOf(error) };
  }
}

try {
  const db = await open();
  parentPort?.on('message', (request: WorkerRequest) => {
    void answer(db, request).then(reply);
  });
  reply({ kind: 'opened' });
} catch (error) {
  reply({ kind: 'failed', error: fieldsOf(error) });
}
