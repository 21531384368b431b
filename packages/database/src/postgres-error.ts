import { DatabaseError } from 'pg';
import { fieldsOf, QueryError } from './query-error.ts';

/** Errors of Node.js and PostgreSQL for which trying to connect again soon is worth it. */
const PASSING =
  /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|ENOTFOUND|EAI_AGAIN|ENOENT|57P0[123]|53300|08\w{3})$/;

const IN_WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'no route to the network',
  ETIMEDOUT: 'no answer',
};

/** An error of a statement in the form that every adapter has. */
export function normalError(error: unknown): Error {
  if (error instanceof DatabaseError) return new QueryError(fieldsOf(error));
  return error instanceof Error ? error : new Error(String(error));
}

/** Whether PostgreSQL ends the connection with this error. */
export function endsConnection(error: unknown): boolean {
  return error instanceof DatabaseError && /^(FATAL|PANIC)$/.test(error.severity ?? '');
}

/** Whether a connection that could not be made may be had a little later: the server starts, or is away. */
export function mayPass(error: unknown): boolean {
  if (error instanceof DatabaseError) return PASSING.test(error.code ?? '');
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined ? /terminated|timeout/.test(message) : PASSING.test(code);
}

/** What went wrong with a connection, in a few words; never an address with its password. */
export function reasonInWords(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== undefined && code in IN_WORDS) return IN_WORDS[code] ?? code;
  if (/timeout/.test(message)) return 'no answer';
  if (/terminated/.test(message)) return 'the connection was closed';
  return message || (code ?? 'unknown reason');
}
