import type { Cache } from '@tidemark/cache/cache';
import type { Clock } from '@tidemark/clock/clock';
import { FeedsViewSchema, type FeedsView } from '@tidemark/contracts/feeds';
import { Compile } from 'typebox/compile';
import { mergeFeeds } from './merge-feeds.ts';

/** A replica's view is shown this long after it was written, ms. */
const TTL = 10_000;
/** The names of the replicas are read at most this often, ms. */
const NAMES_EVERY = 5_000;

const isView = Compile(FeedsViewSchema);

export interface ReplicaFeedsParts {
  clock: Clock;
  cache: Cache;
  /** This replica's name. */
  name: string;
  own: () => FeedsView;
  /** Names of all replicas that own partitions. */
  names: () => Promise<string[]>;
}

/** What all replicas see of the venues: each tells its own view to the cache and reads those of the others. */
export class ReplicaFeeds {
  readonly #parts: ReplicaFeedsParts;
  #names: readonly string[] = [];
  #namesReadAt = -Infinity;

  constructor(parts: ReplicaFeedsParts) {
    this.#parts = parts;
  }

  /** Tells this replica's view; to be called every 2 s. */
  async tell(): Promise<void> {
    const { cache, name, own } = this.#parts;
    await cache.set(keyOf(name), own(), TTL);
  }

  /** The views of all replicas as one; this replica's own where the cache or the database is away. */
  async view(): Promise<FeedsView> {
    const { cache, name, own } = this.#parts;
    const others = (await this.#others()).filter((other) => other !== name);
    const told = await cache.getMany<FeedsView>(others.map(keyOf)).catch(() => []);
    return mergeFeeds([own(), ...told.flatMap((view) => (isView.Check(view) ? [view] : []))]);
  }

  async #others(): Promise<readonly string[]> {
    const now = this.#parts.clock.monotonic();
    if (now - this.#namesReadAt < NAMES_EVERY) return this.#names;
    this.#namesReadAt = now;
    this.#names = await this.#parts.names().catch(() => this.#names);
    return this.#names;
  }
}

function keyOf(name: string): string {
  return `feeds:${name}`;
}
