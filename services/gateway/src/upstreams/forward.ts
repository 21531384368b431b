import type { Clock } from '@tidemark/clock/clock';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Dispatcher } from 'undici';
import { attempt, type Call, type Outcome } from './attempt.ts';
import type { ReplicaSet } from './replica-set.ts';
import type { Replica } from './replica.ts';
import type { UpstreamTimings } from './upstream-timings.ts';

export interface Forwarding {
  service: string;
  replicas: ReplicaSet;
  clock: Clock;
  timings: UpstreamTimings;
  /** Told of each time a request is sent again, and why. */
  onRetry(reason: string): void;
}

/**
 * Gets a service's answer to a request, from whichever replica gives one.
 *
 * - No connection: another replica is asked, whatever the method; the first one saw nothing.
 * - The connection broke before the answer, or the answer is 503: a GET or HEAD is sent once more, elsewhere.
 * - No replica is ready: each is tried; then one is waited for, `patienceMs` from the start.
 *
 * @throws TidemarkError UPSTREAM_UNAVAILABLE when no replica could be reached or the one that was broke off,
 *   NOT_READY when no answer came in time
 */
export async function forward(to: Forwarding, call: Call): Promise<Dispatcher.ResponseData> {
  const begun = to.clock.monotonic();
  const left = (ms: number) => begun + ms - to.clock.monotonic();
  const tried = new Set<Replica>();
  let last: Outcome | null = null;
  for (let resent = false; ;) {
    const replica = await chooseReplica(to, tried, last, left(to.timings.patienceMs), call.signal);
    if (!replica) return settle(to.service, last);
    if (last) to.onRetry(reasonOf(last));
    if (last?.kind === 'answered') await last.response.body.dump();
    if (last && last.kind !== 'never-sent') resent = true;
    last = await attemptInTime(replica, call, left(to.timings.answerMs));
    tried.add(replica);
    if (last.kind !== 'answered') to.replicas.markLost(replica);
    if (!mayGoElsewhere(last, call, resent)) return settle(to.service, last);
  }
}

/** The next replica to ask. A replica that is ready and said 503 meant it: it is not waited for. */
async function chooseReplica(
  { replicas }: Forwarding,
  tried: Set<Replica>,
  last: Outcome | null,
  patienceMs: number,
  signal: AbortSignal,
): Promise<Replica | null> {
  const next = replicas.next(tried);
  if (next || (last?.kind === 'answered' && replicas.anyReady)) return next;
  if (!(await replicas.whenReady(patienceMs, signal))) return null;
  tried.clear();
  return replicas.next(tried);
}

async function attemptInTime(replica: Replica, call: Call, ms: number): Promise<Outcome> {
  try {
    return await attempt(replica, call, Math.max(1, ms));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'UND_ERR_HEADERS_TIMEOUT') {
      throw new TidemarkError('NOT_READY', 'No answer in time; try again.');
    }
    if (code === 'UND_ERR_INVALID_ARG') {
      throw new TidemarkError('INVALID_REQUEST', 'The request has characters that no URL has.');
    }
    throw error;
  }
}

function mayGoElsewhere(outcome: Outcome, { method, signal }: Call, resent: boolean): boolean {
  if (signal.aborted) return false;
  if (outcome.kind === 'never-sent') return true;
  const safe = method === 'GET' || method === 'HEAD';
  if (!safe || resent) return false;
  return outcome.kind === 'lost' || outcome.response.statusCode === 503;
}

function settle(service: string, last: Outcome | null): Dispatcher.ResponseData {
  if (last?.kind === 'answered') return last.response;
  const what =
    last?.kind === 'lost' ? 'broke off; it may have done what was asked' : 'is not there now';
  throw new TidemarkError('UPSTREAM_UNAVAILABLE', `${service} ${what}. Try again.`);
}

function reasonOf(outcome: Outcome): string {
  return outcome.kind === 'answered' ? 'not-ready' : outcome.kind;
}
