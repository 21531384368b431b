import type { Clock } from '@tidemark/clock/clock';
import PQueue from 'p-queue';

/** Channels that are sent to at once. */
const AT_ONCE = 8;
/** Channels that wait for their turn; past it nothing is claimed. */
const MOST_WAITING = 200;

/**
 * Whose turn it is: one message at a time for a channel, then a rest, eight channels at once. Accounts with fewer channels under way
 * come first, so that one whose receivers hang does not keep the others waiting. Of this process alone.
 */
export class ChannelTurns {
  readonly #clock: Clock;
  readonly #queue = new PQueue({ concurrency: AT_ONCE });
  readonly #underWay = new Map<string, { userId: string }>();
  /** Until when a channel rests, by the monotonic clock. */
  readonly #rests = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get isFull(): boolean {
    return this.#queue.size >= MOST_WAITING;
  }

  /** Channels that are not to be sent to now. */
  occupied(): string[] {
    const now = this.#clock.monotonic();
    for (const [id, until] of this.#rests) if (until <= now) this.#rests.delete(id);
    return [...this.#underWay.keys(), ...this.#rests.keys()];
  }

  /** @param work must not reject; resolves to how long the channel rests, ms */
  take(channelId: string, userId: string, work: () => Promise<number>): void {
    const others = [...this.#underWay.values()].filter((other) => other.userId === userId).length;
    this.#underWay.set(channelId, { userId });
    const turn = async (): Promise<void> => {
      const restMs = await work();
      this.#underWay.delete(channelId);
      if (restMs > 0) this.#rests.set(channelId, this.#clock.monotonic() + restMs);
    };
    void this.#queue.add(turn, { priority: -others });
  }

  /** Resolves once nothing is under way. */
  idle(): Promise<void> {
    return this.#queue.onIdle();
  }
}
