/** A bucket that refills: at most `capacity` tokens, `perSecond` of them come back each second. Both over 0. */
export interface TokenBucket {
  capacity: number;
  perSecond: number;
}

/** What asking for one token came to. */
export interface TokenAnswer {
  allowed: boolean;
  /** Whole tokens left. */
  remaining: number;
  /** Until there is a token again, whole ms; 0 when this one was given. */
  retryAfterMs: number;
  /** Until the bucket is full again, whole ms. */
  fullInMs: number;
}

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
  /** The value, which is gone after it: of several who ask at once one gets it. Undefined as with `get`. */
  take<T>(key: string): Promise<T | undefined>;
  /** Deletes every value and bucket whose key begins with `prefix`; answers how many there were. */
  deleteAll(prefix: string): Promise<number>;
  /**
   * Takes one token from the bucket of this key, in one step; a bucket that nobody has used is full. Exact: what comes
   * back between two takes is kept to the fraction. Buckets and values of the same key do not meet. Undefined: the
   * engine could not be asked.
   */
  takeToken(key: string, bucket: TokenBucket): Promise<TokenAnswer | undefined>;
  /** Rejects when the engine does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The JSON text of a value that is to be stored for `ttlMs`.
 * @throws RangeError when the time to live is not more than 0; TypeError when the value is not JSON
 */
export function encodeValue(key: string, value: unknown, ttlMs: number): string {
  if (!(ttlMs > 0)) throw new RangeError(`The time to live of "${key}" must be more than 0.`);
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) throw new TypeError(`The value of "${key}" is not JSON.`);
  return json;
}
