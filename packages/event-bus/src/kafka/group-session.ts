import { isRebalancing } from './broker-errors.ts';
import type { Cluster } from './cluster.ts';
import type { Share } from './group-shares.ts';
import { heartbeats, type Verdict } from './heartbeats.ts';
import type { Membership } from './membership.ts';
import { pauseMs, slept, within } from './patience.ts';

const LEAVE_TIMEOUT_MS = 2_000;
/** How long a closing member tries to commit; what it cannot commit comes again. */
const LAST_COMMIT_TIMEOUT_MS = 5_000;

/** Whose partitions they are, and who is told when they come and go. */
export interface PartitionOwner {
  owned(): number[];
  /** Resolves once the partitions are at rest and handed back. */
  revoke(partitions: readonly number[]): Promise<void>;
  /** Resolves once the partitions are read; throws, with nothing taken, once the signal is aborted. */
  assign(partitions: readonly number[], signal: AbortSignal): Promise<void>;
}

/**
 * Keeps a member in its group whatever happens: joins, hands back and takes partitions as told, beats, and joins again.
 * Partitions are handed back before anyone else is given them, unless the membership itself was lost.
 */
export class GroupSession {
  readonly #cluster: Cluster;
  readonly #membership: Membership;
  readonly #owner: PartitionOwner;
  readonly #stop = new AbortController();
  readonly #stopped = Promise.withResolvers<undefined>();
  readonly #settled = Promise.withResolvers<undefined>();
  #running: Promise<void> | undefined;

  constructor(cluster: Cluster, membership: Membership, owner: PartitionOwner) {
    this.#cluster = cluster;
    this.#membership = membership;
    this.#owner = owner;
    this.#settled.promise.catch(() => {});
  }

  /** Resolves once the first share is taken and every partition of the group has its reader; rejects when closed. */
  start(): Promise<undefined> {
    this.#running ??= this.#run();
    return this.#settled.promise;
  }

  /** Hands all partitions back and leaves. */
  async close(): Promise<void> {
    this.#stop.abort(new Error('The subscription is closed.'));
    this.#stopped.resolve(undefined);
    this.#settled.reject(new Error('The event bus was closed before the group was joined.'));
    const cancel = this.#cluster.clock.after(LAST_COMMIT_TIMEOUT_MS, () => this.#membership.lose());
    await this.#running;
    cancel();
    await this.#membership.close();
  }

  async #run(): Promise<void> {
    for (let failures = 0; !this.#stop.signal.aborted;) {
      const share = await this.#join();
      if (share) {
        failures = 0;
        await this.#live(share);
      } else {
        await slept(this.#cluster.clock, pauseMs(failures++), this.#stop.signal);
      }
    }
    await this.#revoke(this.#owner.owned());
    await this.#leave();
  }

  async #join(): Promise<Share | undefined> {
    try {
      const joined = this.#membership.join(this.#owner.owned());
      const share = await Promise.race([joined, this.#stopped.promise]);
      joined.catch(() => {});
      this.#cluster.faults.worked(this.#doing('joining'));
      return share;
    } catch (error) {
      if (isRebalancing(error)) return undefined;
      this.#cluster.faults.failed(this.#doing('joining'), error);
      await this.#lose();
      return undefined;
    }
  }

  /** One generation: until a rebalance, the loss of the membership, or the end. */
  async #live(share: Share): Promise<void> {
    const over = new AbortController();
    const beating = this.#beat(over.signal);
    void beating.then((verdict) => {
      if (verdict === 'lost') this.#membership.lose();
      over.abort();
    });
    try {
      const revoked = await this.#take(share, over.signal);
      if (!over.signal.aborted && revoked) return;
      if (!over.signal.aborted && share.settled) this.#settled.resolve(undefined);
      const verdict = await Promise.race([beating, this.#stopped.promise]);
      if (verdict === 'lost') await this.#lose();
      if (verdict === undefined) await this.#revoke(this.#owner.owned());
    } catch (error) {
      this.#cluster.faults.failed(this.#doing('taking partitions in'), error);
      await this.#lose();
    } finally {
      over.abort();
    }
  }

  #beat(signal: AbortSignal): Promise<Verdict> {
    const { clock, faults } = this.#cluster;
    const beat = async (): Promise<void> => {
      await this.#membership.beat();
      faults.worked(this.#doing('a heartbeat of'));
    };
    const onFailure = (error: unknown) => faults.failed(this.#doing('a heartbeat of'), error);
    return heartbeats(beat, clock, onFailure, signal);
  }

  #doing(what: string): string {
    return `${what} the group "${this.#membership.group}"`;
  }

  /** Whether something was handed back, so that the next round must follow at once. */
  async #take(share: Share, signal: AbortSignal): Promise<boolean> {
    const mine = new Set(share.partitions);
    const owned = new Set(this.#owner.owned());
    const gone = [...owned].filter((partition) => !mine.has(partition));
    const added = share.partitions.filter((partition) => !owned.has(partition));
    await this.#revoke(gone);
    if (added.length > 0) {
      const until = AbortSignal.any([signal, this.#stop.signal]);
      await this.#owner.assign(added, until).catch((error: unknown) => {
        if (!until.aborted) throw error;
      });
    }
    return gone.length > 0;
  }

  async #lose(): Promise<void> {
    this.#membership.lose();
    await this.#revoke(this.#owner.owned());
  }

  async #revoke(partitions: readonly number[]): Promise<void> {
    if (partitions.length > 0) await this.#owner.revoke(partitions);
  }

  async #leave(): Promise<void> {
    const { clock, faults } = this.#cluster;
    try {
      await within(clock, LEAVE_TIMEOUT_MS, this.#membership.leave());
    } catch (error) {
      faults.failed(this.#doing('leaving'), error);
    }
  }
}
