import type { Clock } from '@tidemark/clock/clock';
import { SingleFlight } from '@tidemark/waiting/single-flight';
import type { BusLogger, Position } from '../event-bus.ts';
import { isNotAMember, isRebalancing } from './broker-errors.ts';
import type { FaultLog } from './fault-log.ts';
import type { Committing, GroupOffsets } from './group-offsets.ts';
import { pauseMs } from './patience.ts';

export interface CommitterOptions {
  offsets: GroupOffsets;
  /** The membership that commits now; undefined once it is lost. */
  membership(): Committing | undefined;
  /** Resolves once what must be stored before any further commit is stored. */
  ready(): Promise<void>;
  clock: Clock;
  faults: FaultLog;
  logger: BusLogger;
  /** The group as the broker knows it. */
  group: string;
}

/**
 * Commits the positions of the partitions that are this member's, one request at a time: what is asked for meanwhile
 * goes together in the next.
 */
export class Committer {
  readonly #options: CommitterOptions;
  /** The committed offset of each partition that is this member's. */
  readonly #committed = new Map<number, number>();
  readonly #wanted = new Map<number, number>();
  readonly #working = new SingleFlight<void>();

  constructor(options: CommitterOptions) {
    this.#options = options;
  }

  committed(partition: number): number {
    return this.#committed.get(partition) ?? 0;
  }

  /** The partition is this member's, and its commit is at `offset`. */
  take(partition: number, offset: number): void {
    this.#committed.set(partition, offset);
  }

  /** The partition is not this member's any more: nothing of it is committed from now on. */
  release(partition: number): void {
    this.#committed.delete(partition);
    this.#wanted.delete(partition);
  }

  /**
   * Resolves once the positions are committed, or cannot be any more because the membership is lost: another member
   * then reads on from the last commit. Positions behind the commit, and of others' partitions, change nothing.
   */
  commit(positions: readonly Position[]): Promise<void> {
    for (const { partition, offset } of positions) this.#want(partition, offset);
    return this.flush();
  }

  async flush(): Promise<void> {
    while (this.#wanted.size > 0) {
      await this.#working.run(() => this.#commitWanted());
    }
    await this.#working.running;
  }

  #want(partition: number, offset: number): void {
    const known = this.#committed.get(partition);
    if (known === undefined || offset <= Math.max(known, this.#wanted.get(partition) ?? 0)) return;
    this.#wanted.set(partition, offset);
  }

  async #commitWanted(): Promise<void> {
    const { clock, faults, group } = this.#options;
    const what = `committing for the group "${group}"`;
    await this.#options.ready();
    for (let failures = 0; this.#wanted.size > 0; failures += 1) {
      const membership = this.#options.membership();
      if (!membership) {
        this.#giveUp();
        return;
      }
      try {
        await this.#commitOnce(membership);
        faults.worked(what);
        return;
      } catch (error) {
        if (!isRebalancing(error) && !isNotAMember(error)) faults.failed(what, error);
        await clock.sleep(pauseMs(failures));
      }
    }
  }

  async #commitOnce(membership: Committing): Promise<void> {
    const sent = new Map(this.#wanted);
    await this.#options.offsets.commit(sent, membership);
    for (const [partition, offset] of sent) {
      if (this.#wanted.get(partition) === offset) this.#wanted.delete(partition);
      if (this.#committed.has(partition)) this.#committed.set(partition, offset);
    }
  }

  #giveUp(): void {
    const { group, logger } = this.#options;
    const positions = Object.fromEntries(this.#wanted);
    const message =
      'the membership was lost before these positions were committed; their messages come again';
    logger.warn({ group, positions }, message);
    this.#wanted.clear();
  }
}
