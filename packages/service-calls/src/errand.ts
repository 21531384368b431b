import type { Replica } from './replica.ts';

/** What became of asking one replica. */
export type Outcome<A> =
  /** `notReady`: it answered that it cannot now (503). */
  | { kind: 'answered'; answer: A; notReady: boolean }
  /** No connection: the replica saw nothing of it. */
  | { kind: 'never-sent' }
  /** The connection broke before an answer began: nobody knows what the replica did. */
  | { kind: 'lost' };

/** Something to be asked of a service, of any of its replicas. */
export interface Errand<A> {
  /** Doing it twice does no harm. */
  repeatable: boolean;
  /** Aborted when whoever asked has gone. */
  signal: AbortSignal;
  /**
   * Asks one replica; resolves when its answer begins.
   * @throws what is not the replica's absence: no answer within `ms`, a request that cannot be written, an abort
   */
  send(replica: Replica, ms: number): Promise<Outcome<A>>;
  /** Gives an answer up that another one takes the place of. */
  discard(answer: A): Promise<void>;
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
