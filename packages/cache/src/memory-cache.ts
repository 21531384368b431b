import type { Clock } from '@tidemark/clock/clock';
import { type Cache, type TokenAnswer, type TokenBucket, encodeValue } from './cache.ts';
import { MemoryBuckets } from './memory-buckets.ts';
import { checkBucket } from './token-arithmetic.ts';

export interface MemoryCacheOptions {
  clock: Clock;
  /** Entries kept of each group of keys; the least recently used goes first. Default 10,000. */
  maxEntries?: number;
  /** Token buckets kept that are not full. Default 100,000. */
  maxBuckets?: number;
}

/** The share of its room from which on a cache notes what is used. */
const CROWDED = 0.75;

interface Entry {
  json: string;
  version: number;
  /** Epoch of the monotonic clock, milliseconds. */
  expiresAt: number;
}

/** A Map iterates in the order of insertion: an entry that is used moves to the end. */
type Group = Map<string, Entry>;

/**
 * A cache in this process. Values are kept as JSON text, so that no object passes from writer to reader. Keys that have
 * the same text before their first colon are a group, and each has room of its own: what strangers can make many of, such
 * as answers to their questions, pushes out nothing but its like.
 */
export class MemoryCache implements Cache {
  readonly #groups = new Map<string, Group>();
  readonly #buckets: MemoryBuckets;
  readonly #clock: Clock;
  readonly #maxEntries: number;

  constructor(options: MemoryCacheOptions) {
    this.#clock = options.clock;
    this.#maxEntries = options.maxEntries ?? 10_000;
    this.#buckets = new MemoryBuckets(options.clock, options.maxBuckets ?? 100_000);
  }

  get<T>(key: string): Promise<T | undefined> {
    return Promise.resolve(this.#read(key) as T | undefined);
  }

  getMany<T>(keys: readonly string[]): Promise<(T | undefined)[]> {
    return Promise.resolve(keys.map((key) => this.#read(key) as T | undefined));
  }

  async set(key: string, value: unknown, ttlMs: number): Promise<void> {
    this.#write(key, value, Number.NEGATIVE_INFINITY, ttlMs);
  }

  async setIfNewer(key: string, value: unknown, version: number, ttlMs: number): Promise<boolean> {
    const current = this.#live(key);
    if (current && current.version >= version) return false;
    this.#write(key, value, version, ttlMs);
    return true;
  }

  async delete(key: string): Promise<void> {
    this.#groups.get(groupOf(key))?.delete(key);
  }

  take<T>(key: string): Promise<T | undefined> {
    const value = this.#read(key) as T | undefined;
    this.#groups.get(groupOf(key))?.delete(key);
    return Promise.resolve(value);
  }

  async deleteAll(prefix: string): Promise<number> {
    const now = this.#clock.monotonic();
    let deleted = this.#buckets.deleteAll(prefix);
    for (const group of this.#groups.values()) {
      for (const [key, { expiresAt }] of group) {
        if (!key.startsWith(prefix)) continue;
        group.delete(key);
        if (expiresAt > now) deleted += 1;
      }
    }
    return deleted;
  }

  async takeToken(key: string, bucket: TokenBucket): Promise<TokenAnswer> {
    checkBucket(bucket);
    return this.#buckets.take(key, bucket);
  }

  ping(): Promise<void> {
    return Promise.resolve();
  }

  async close(): Promise<void> {
    this.#groups.clear();
    this.#buckets.deleteAll('');
  }

  #live(key: string): Entry | undefined {
    const group = this.#groups.get(groupOf(key));
    const entry = group?.get(key);
    if (!group || !entry) return undefined;
    if (entry.expiresAt <= this.#clock.monotonic()) {
      group.delete(key);
      return undefined;
    }
    // Moving an entry costs more than finding it, and while nothing has to go the order counts for nothing.
    if (group.size > this.#maxEntries * CROWDED) {
      group.delete(key);
      group.set(key, entry);
    }
    return entry;
  }

  #read(key: string): unknown {
    const entry = this.#live(key);
    return entry && JSON.parse(entry.json);
  }

  #write(key: string, value: unknown, version: number, ttlMs: number): void {
    const json = encodeValue(key, value, ttlMs);
    const name = groupOf(key);
    const group = this.#groups.get(name) ?? new Map<string, Entry>();
    this.#groups.set(name, group);
    group.delete(key);
    group.set(key, { json, version, expiresAt: this.#clock.monotonic() + ttlMs });
    if (group.size > this.#maxEntries) evictOldest(group);
  }
}

/** Which groups there are is for the code to say and not for its users: nothing of theirs comes before a colon. */
function groupOf(key: string): string {
  const end = key.indexOf(':');
  return end === -1 ? '' : key.slice(0, end);
}

function evictOldest(group: Group): void {
  const oldest = group.keys().next();
  if (!oldest.done) group.delete(oldest.value);
}
