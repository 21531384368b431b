import type { Cache } from '@tidemark/cache/cache';

const TTL_MS = 5 * 60_000;

/** Answers that take long, kept for five minutes under `sentiment:…` and shared by all replicas. */
export class KeptAnswers {
  readonly #cache: Cache;

  constructor(cache: Cache) {
    this.#cache = cache;
  }

  /** What is kept, else what `work` gives, which must be JSON. Rejects as `work` does, and then nothing is kept. */
  async get<T>(name: string, work: () => Promise<T>): Promise<T> {
    const key = `sentiment:${name}`;
    const kept = await this.#cache.get<T>(key);
    if (kept !== undefined) return kept;
    const answer = await work();
    await this.#cache.set(key, answer, TTL_MS);
    return answer;
  }
}
