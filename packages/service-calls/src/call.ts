import type { Readable } from 'node:stream';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Dispatcher } from 'undici';
import type { Replica } from './replica.ts';

/** A request as any replica may get it, and get it again. */
export interface Call {
  method: Dispatcher.HttpMethod;
  /** Path and query, as the client wrote them. */
  path: string;
  headers: Record<string, string | string[]>;
  /** Whole, so that it can be sent again; or as it comes, to one replica alone. */
  body: Buffer | Readable | null;
  /** Aborted when whoever asked has gone. */
  signal: AbortSignal;
  /** Doing it twice does no harm. Default: GET and HEAD alone, whatever other methods promise. */
  repeatable?: boolean;
}

/** What became of asking one replica. */
export type Outcome =
  /** `notReady`: it answered that it cannot now (503). */
  | { kind: 'answered'; answer: Dispatcher.ResponseData; notReady: boolean }
  /** No connection: the replica saw nothing of it. */
  | { kind: 'never-sent' }
  /** The connection broke before an answer began: nobody knows what the replica did. */
  | { kind: 'lost' };

/**
 * Asks one replica; resolves when its answer begins.
 * @throws what is not the replica's absence: no answer within `ms`, a request that cannot be written, an abort
 */
export async function askReplica(replica: Replica, call: Call, ms: number): Promise<Outcome> {
  const { method, path, body, signal } = call;
  const headers = { ...call.headers, host: replica.address.host };
  try {
    const asked = { method, path, headers, body, signal, headersTimeout: ms };
    const answer = await replica.request(asked);
    return { kind: 'answered', answer, notReady: answer.statusCode === 503 };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'UND_ERR_HEADERS_TIMEOUT') {
      throw new TidemarkError('NOT_READY', 'No answer in time; try again.');
    }
    if (code === 'UND_ERR_INVALID_ARG') {
      throw new TidemarkError('INVALID_REQUEST', 'The request has characters that no URL has.');
    }
    return lossOf(error);
  }
}

const LOST = new Set(['UND_ERR_SOCKET', 'UND_ERR_DESTROYED', 'ECONNRESET', 'EPIPE']);
const NEVER_SENT = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_CLOSED']);

/**
 * What an error of a connection means.
 * @throws the error itself when it does not say that the replica is absent
 */
export function lossOf(error: unknown): { kind: 'never-sent' | 'lost' } {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (syscall === 'connect') return { kind: 'never-sent' };
  // That of a call that was given up, a DOMException, is a number.
  if (typeof code !== 'string') throw error;
  if (NEVER_SENT.has(code)) return { kind: 'never-sent' };
  if (LOST.has(code) || code.startsWith('HPE_')) return { kind: 'lost' };
  throw error;
}
