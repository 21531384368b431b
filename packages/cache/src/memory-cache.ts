import type { Clock } from '@tidemark/clock/clock';
import type { Cache, TokenAnswer, TokenBucket } from './cache.ts';
import { encodeValue } from './encode-value.ts';
import { MemoryBuckets } from './memory-buckets.ts';
import { checkBucket } from './token-arithmetic.ts';

export interface MemoryCacheOptions {
  clock: Clock;
  /** Entries kept; the least recently used goes first. Default 10,000. */
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

/** A cache in this process. Values are kept as JSON text, so that no object passes from writer to reader. */
export class MemoryCache implements Cache {
  /** A Map iterates in the order of insertion: an entry that is used moves to the end. */
  readonly #entries = new Map<string, Entry>();
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
    this.#entries.delete(key);
  }

  take<T>(key: string): Promise<T | undefined> {
    const value = this.#read(key) as T | undefined;
    this.#entries.delete(key);
    return Promise.resolve(value);
  }

  async deleteAll(prefix: string): Promise<number> {
    const now = this.#clock.monotonic();
    let deleted = this.#buckets.deleteAll(prefix);
    for (const [key, { expiresAt }] of this.#entries) {
      if (!key.startsWith(prefix)) continue;
      this.#entries.delete(key);
      if (expiresAt > now) deleted += 1;
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
    this.#entries.clear();
    this.#buckets.deleteAll('');
  }

  #live(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (entry.expiresAt <= this.#clock.monotonic()) {
      this.#entries.delete(key);
      return undefined;
    }
    // Moving an entry costs more than finding it, and while nothing has to go the order counts for nothing.
    if (this.#entries.size > this.#maxEntries * CROWDED) {
      this.#entries.delete(key);
      this.#entries.set(key, entry);
    }
    return entry;
  }

  #read(key: string): unknown {
    const entry = this.#live(key);
    return entry && JSON.parse(entry.json);
  }

  #write(key: string, value: unknown, version: number, ttlMs: number): void {
    const json = encodeValue(key, value, ttlMs);
    this.#entries.delete(key);
    this.#entries.set(key, { json, version, expiresAt: this.#clock.monotonic() + ttlMs });
    if (this.#entries.size > this.#maxEntries) this.#evict();
  }

  #evict(): void {
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }
}
