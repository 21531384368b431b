/** What the database's worker is started with. */
export interface WorkerOptions {
  /** Folder of the PostgreSQL cluster. */
  clusterDir: string;
}

export type WorkerRequest =
  | { id: number; sql: string; params: readonly unknown[] }
  | { id: number; close: true };

export interface QueryAnswer {
  id: number;
  rows: Record<string, unknown>[];
  affectedRows: number | undefined;
  /** The command's tag: `SELECT`, `COMMIT`, … */
  command: string | undefined;
}

/** PostgreSQL's error fields; `code` is the SQLSTATE. */
export interface ErrorFields {
  message: string;
  code?: string;
  detail?: string;
  constraint?: string;
  table?: string;
  column?: string;
}

export type WorkerReply =
  | { kind: 'opened' }
  | { kind: 'failed'; error: ErrorFields }
  | { kind: 'stderr'; text: string }
  | ({ kind: 'answer' } & QueryAnswer)
  | { kind: 'refused'; id: number; error: ErrorFields };
