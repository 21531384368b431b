import type { Clock } from '@tidemark/clock/clock';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Dispatcher } from 'undici';
import { askReplica, type Call, type Outcome } from './call.ts';
import type { ReplicaSet } from './replica-set.ts';
import type { Replica } from './replica.ts';
import type { UpstreamTimings } from './upstream-timings.ts';

/** The way to a service. */
export interface Forwarding {
  service: string;
  replicas: ReplicaSet;
  clock: Clock;
  timings: UpstreamTimings;
  /** Told of each time something is asked again, and why. */
  onRetry(reason: string): void;
}

/**
 * Gets a service's answer, from whichever replica gives one.
 *
 * - No connection: another replica is asked, whatever it is about; the first one saw nothing.
 * - The connection broke before the answer, or the answer is 503: what is repeatable is asked once more, elsewhere.
 * - What is sent as it comes is asked of one replica: no other could be given what is gone.
 * - No replica is ready: each is tried; then one is waited for, `patienceMs` from the start.
 *
 * @throws TidemarkError UPSTREAM_UNAVAILABLE when no replica could be reached or the one that was broke off; what
 *   `askReplica` throws
 */
export async function forward(to: Forwarding, call: Call): Promise<Dispatcher.ResponseData> {
  const begun = to.clock.monotonic();
  const left = (ms: number) => begun + ms - to.clock.monotonic();
  const tried = new Set<Replica>();
  let last: Outcome | null = null;
  for (let repeated = false; ;) {
    const patience = left(to.timings.patienceMs);
    const replica = await chooseReplica(to.replicas, tried, last, patience, call.signal);
    if (!replica) return settle(to.service, last);
    if (last) to.onRetry(last.kind === 'answered' ? 'not-ready' : last.kind);
    if (last?.kind === 'answered') await last.answer.body.dump();
    if (last && last.kind !== 'never-sent') repeated = true;
    last = await askReplica(replica, call, Math.max(1, left(to.timings.answerMs)));
    tried.add(replica);
    if (last.kind !== 'answered') to.replicas.markLost(replica);
    if (!mayGoElsewhere(last, call, repeated)) return settle(to.service, last);
  }
}

/** The next replica to ask. A replica that is ready and said 503 meant it: it is not waited for. */
async function chooseReplica(
  replicas: ReplicaSet,
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

function mayGoElsewhere(outcome: Outcome, call: Call, repeated: boolean): boolean {
  const { method, signal, body, repeatable = method === 'GET' || method === 'HEAD' } = call;
  if (signal.aborted || (body !== null && !Buffer.isBuffer(body))) return false;
  if (outcome.kind === 'never-sent') return true;
  return repeatable && !repeated && (outcome.kind === 'lost' || outcome.notReady);
}

function settle(service: string, last: Outcome | null): Dispatcher.ResponseData {
  if (last?.kind === 'answered') return last.answer;
  const what =
    last?.kind === 'lost' ? 'broke off and may have done what was asked' : 'is not there now';
  throw new TidemarkError('UPSTREAM_UNAVAILABLE', `${service} ${what}. Try again.`);
}
