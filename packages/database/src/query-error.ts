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
