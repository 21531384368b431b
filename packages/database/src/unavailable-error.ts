/**
 * - `unreachable`: no connection could be made
 * - `lost`: the connection broke while a statement ran; what became of the statement is not known
 * - `silent`: there was no answer in time; what became of the statement is not known
 * - `exhausted`: every connection was in use
 * - `closed`: this process has closed the database
 */
export type UnavailableReason = 'unreachable' | 'lost' | 'silent' | 'exhausted' | 'closed';

/** SQLSTATEs as PostgreSQL's own clients give them: class 08 is about connections, 53300 about too many of them. */
const SQL_STATES: Readonly<Record<UnavailableReason, string>> = {
  unreachable: '08001',
  lost: '08006',
  silent: '08006',
  exhausted: '53300',
  closed: '08003',
};

/** The database server could not be asked, or did not answer. Trying again later may help. */
export class DatabaseUnavailableError extends Error {
  readonly reason: UnavailableReason;
  /** SQLSTATE. */
  readonly code: string;
  /** The HTTP status of an answer that failed of it: the server is not ready, and may be a moment later. */
  readonly statusCode = 503;

  constructor(reason: UnavailableReason, message: string) {
    super(message);
    this.name = 'DatabaseUnavailableError';
    this.reason = reason;
    this.code = SQL_STATES[reason];
  }
}
