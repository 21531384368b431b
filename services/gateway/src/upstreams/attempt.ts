import type { Dispatcher } from 'undici';
import type { Replica } from './replica.ts';

/** A request as any replica may get it, and get it again. */
export interface Call {
  method: Dispatcher.HttpMethod;
  /** Path and query, as the client wrote them. */
  path: string;
  headers: Record<string, string | string[]>;
  /** Whole, so that it can be sent again. */
  body: Buffer | null;
  /** Aborted when whoever asked has gone. */
  signal: AbortSignal;
}

/** What became of sending a request to one replica. */
export type Outcome =
  | { kind: 'answered'; response: Dispatcher.ResponseData }
  /** No connection: the replica saw nothing of it. */
  | { kind: 'never-sent'; error: Error }
  /** The connection broke before an answer began: nobody knows what the replica did. */
  | { kind: 'lost'; error: Error };

/**
 * Sends a request to one replica and waits for its answer to begin, `ms` at most.
 * @throws what is not the replica's absence: no answer in time, a request that cannot be written, an abort
 */
export async function attempt(replica: Replica, call: Call, ms: number): Promise<Outcome> {
  try {
    const response = await replica.request({
      ...call,
      headers: { ...call.headers, host: replica.address.host },
      headersTimeout: ms,
    });
    return { kind: 'answered', response };
  } catch (error) {
    const kind = lossOf(error);
    if (kind === null) throw error;
    return { kind, error: error as Error };
  }
}

const LOST = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE', 'UND_ERR_DESTROYED']);
const NEVER_SENT = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_CLOSED']);

/** Whether an error says that the replica is not there, and if so, whether it saw the request. */
export function lossOf(error: unknown): 'never-sent' | 'lost' | null {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  if (syscall === 'connect' || NEVER_SENT.has(code)) return 'never-sent';
  return LOST.has(code) || code.startsWith('HPE_') ? 'lost' : null;
}
