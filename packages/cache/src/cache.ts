/**
 * A shared cache of JSON values with a time to live. A cache that is down makes things slower,
 * never wrong: adapters answer a read with undefined and drop a write when their engine is away.
 */
export interface Cache {
  /** The value, or undefined when it is absent or has expired. */
  get<T>(key: string): Promise<T | undefined>;
  /** The values in the order of the keys. */
  getMany<T>(keys: readonly string[]): Promise<(T | undefined)[]>;
  /** Stores a JSON value for `ttlMs` milliseconds (more than 0). */
  set(key: string, value: unknown, ttlMs: number): Promise<void>;
  /**
   * Stores the value unless a value with an equal or higher `version` is there, atomically: of two writers the
   * newer wins, whatever the order they arrive in. Answers whether it was stored.
   */
  setIfNewer(key: string, value: unknown, version: number, ttlMs: number): Promise<boolean>;
  delete(key: string): Promise<void>;
  /** Rejects when the engine does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
