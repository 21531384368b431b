import type { ErrorFields } from './worker-messages.ts';

/** A query that PostgreSQL refused; the fields are named as node-postgres names them. */
export class QueryError extends Error {
  /** SQLSTATE, such as `23505` for a unique violation. */
  readonly code: string | undefined;
  readonly detail: string | undefined;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
  readonly column: string | undefined;

  constructor(fields: ErrorFields) {
    super(fields.message);
    this.name = 'QueryError';
    this.code = fields.code;
    this.detail = fields.detail;
    this.constraint = fields.constraint;
    this.table = fields.table;
    this.column = fields.column;
  }
}

/** SQLSTATEs that a service may want to tell apart. */
export const SQL_STATE = {
  UNIQUE_VIOLATION: '23505',
  FOREIGN_KEY_VIOLATION: '23503',
  CHECK_VIOLATION: '23514',
  DISK_FULL: '53100',
} as const;

/** The SQLSTATE of an error of any adapter; undefined when it is no error of PostgreSQL's. */
export function sqlStateOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** What an error of any driver says, as far as it is PostgreSQL's. */
export function fieldsOf(error: unknown): ErrorFields {
  const fields: ErrorFields = { message: error instanceof Error ? error.message : String(error) };
  for (const name of ['code', 'detail', 'constraint', 'table', 'column'] as const) {
    const value = (error as Record<string, unknown> | null)?.[name];
    if (typeof value === 'string') fields[name] = value;
  }
  return fields;
}
