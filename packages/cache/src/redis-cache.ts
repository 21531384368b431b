import { type Cache, type TokenAnswer, type TokenBucket, encodeValue } from './cache.ts';
import { silentLogger, type CacheLogger, AWAY, RedisLink } from './redis-link.ts';
import { bucketKey, versionKey, isVersionKey } from './redis-scripts.ts';
import { checkBucket, tokenAnswer } from './token-arithmetic.ts';

export interface RedisCacheOptions {
  /** `redis://user:password@host:6379/0`; `rediss://` for TLS. */
  url: string;
  /** Goes before every key. */
  prefix: string;
  logger?: CacheLogger;
}

/** Redis takes no longer time to live; thirty years. */
const MAX_TTL_MS = 1e12;

/** A cache that processes share. Values are JSON text under `prefix + key`, versions beside them under `…#version`. */
export class RedisCache implements Cache {
  readonly #link: RedisLink;
  readonly #prefix: string;
  readonly #logger: CacheLogger;
  #toldOfForeign = false;

  /** @throws Error when the address cannot be read */
  constructor({ url, prefix, logger = silentLogger }: RedisCacheOptions) {
    this.#link = new RedisLink(url, logger);
    this.#prefix = prefix;
    this.#logger = logger;
  }

  async get<T>(key: string): Promise<T | undefined> {
    const json = await this.#link.run((client) => client.get(this.#prefix + key));
    return this.#decode(key, json) as T | undefined;
  }

  async getMany<T>(keys: readonly string[]): Promise<(T | undefined)[]> {
    if (keys.length === 0) return [];
    const names = keys.map((key) => this.#prefix + key);
    const values = await this.#link.run((client) => client.mGet(names));
    return keys.map(
      (key, i) => this.#decode(key, values === AWAY ? AWAY : values[i]) as T | undefined,
    );
  }

  async set(key: string, value: unknown, ttlMs: number): Promise<void> {
    const json = encodeValue(key, value, ttlMs);
    await this.#link.run((client) => client.store(this.#prefix + key, json, whole(ttlMs)));
  }

  async setIfNewer(key: string, value: unknown, version: number, ttlMs: number): Promise<boolean> {
    const json = encodeValue(key, value, ttlMs);
    const stored = await this.#link.run((client) =>
      client.storeIfNewer(this.#prefix + key, json, whole(ttlMs), version),
    );
    return stored === true;
  }

  async delete(key: string): Promise<void> {
    const name = this.#prefix + key;
    await this.#link.run((client) => client.del([name, versionKey(name)]));
  }

  async take<T>(key: string): Promise<T | undefined> {
    const json = await this.#link.run((client) => client.getDel(this.#prefix + key));
    return this.#decode(key, json) as T | undefined;
  }

  deleteAll(prefix: string): Promise<number> {
    return deleteMatching(this.#link, this.#prefix + prefix);
  }

  async takeToken(key: string, bucket: TokenBucket): Promise<TokenAnswer | undefined> {
    checkBucket(bucket);
    const name = bucketKey(this.#prefix + key);
    const taken = await this.#link.run((client) => client.takeToken(name, bucket));
    return taken === AWAY ? undefined : tokenAnswer(taken.allowed, taken.debt, bucket);
  }

  ping(): Promise<void> {
    return this.#link.ping();
  }

  close(): Promise<void> {
    return this.#link.close();
  }

  #decode(key: string, json: string | null | undefined | typeof AWAY): unknown {
    if (typeof json !== 'string') return undefined;
    try {
      return JSON.parse(json);
    } catch {
      this.#tellOfForeign(key);
      return undefined;
    }
  }

  #tellOfForeign(key: string): void {
    if (this.#toldOfForeign) return;
    this.#toldOfForeign = true;
    this.#logger.warn({ key: this.#prefix + key }, 'a value in Redis is not JSON; it is ignored');
  }
}

function whole(ttlMs: number): number {
  return Math.min(Math.ceil(ttlMs), MAX_TTL_MS);
}

/** Keys that Redis looks at in one step; between two of them others are served. */
const STEP = 1_000;

/**
 * Deletes every key that begins with `prefix`, and tells how many values and buckets there were; those that Redis was
 * away for are left.
 */
async function deleteMatching(link: RedisLink, prefix: string): Promise<number> {
  const options = { MATCH: `${withoutGlobs(prefix)}*`, COUNT: STEP };
  let deleted = 0;
  let cursor = '0';
  do {
    const from = cursor;
    const found = await link.run((client) => client.scan(from, options));
    if (found === AWAY) return deleted;
    cursor = found.cursor;
    deleted += await unlink(link, found.keys);
  } while (cursor !== '0');
  return deleted;
}

async function unlink(link: RedisLink, keys: readonly string[]): Promise<number> {
  const versions = keys.filter(isVersionKey);
  const others = keys.filter((key) => !isVersionKey(key));
  if (versions.length > 0) await link.run((client) => client.unlink(versions));
  if (others.length === 0) return 0;
  const deleted = await link.run((client) => client.unlink(others));
  return deleted === AWAY ? 0 : deleted;
}

/** Text that a pattern of SCAN takes as it stands. */
function withoutGlobs(text: string): string {
  return text.replace(/[\\*?[\]^-]/g, '\\$&');
}
