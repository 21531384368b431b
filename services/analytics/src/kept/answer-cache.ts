import type { Cache } from '@tidemark/cache/cache';
import type { Interval } from '@tidemark/contracts/candle';

/** How long an answer is kept, ms; one that newer bars have overtaken is not given, however young. */
const KEPT_MS: Readonly<Record<Interval, number>> = {
  '1m': 60_000,
  '5m': 60_000,
  '15m': 300_000,
  '1h': 300_000,
  '4h': 300_000,
  '1d': 300_000,
};

/** What an answer is, and which bars it is made of. */
export interface AnswerName {
  /** Such as `volatility`. */
  metric: string;
  /** One coin, or several joined by `+`. */
  coin: string;
  /** What else it was asked with, such as `sma-20-1h`. */
  period: string;
  interval: Interval;
  /** Fingerprint of the bars: an answer that was made of others is made again. */
  fingerprint: string;
}

/** Raised whenever answers gain or lose a field: what an earlier version has kept is not given. */
const FORM = 2;

interface Kept<A> {
  form: number;
  fingerprint: string;
  answer: A;
}

/**
 * Answers under `analytics:{metric}:{coin}:{period}`, shared by all replicas. A bar that closes, or one that was mended,
 * changes the fingerprint, and with it every answer that was made of the bars: nothing has to be deleted, and nobody is
 * told an answer of earlier bars. Equal questions at once are worked out once.
 */
export class AnswerCache {
  readonly #cache: Cache;
  readonly #underWay = new Map<string, Promise<unknown>>();
  readonly #counts = { kept: 0, made: 0, joined: 0 };

  constructor(cache: Cache) {
    this.#cache = cache;
  }

  /** How many answers there were of each kind. */
  get counts(): Readonly<Record<'kept' | 'made' | 'joined', number>> {
    return this.#counts;
  }

  /** The answer, kept or made now; it must be JSON. Rejects as `make` does, and then nothing is kept. */
  async answer<A>(name: AnswerName, make: () => A | Promise<A>): Promise<A> {
    const key = `analytics:${name.metric}:${name.coin}:${name.period}`;
    const question = `${key} ${name.fingerprint}`;
    const underWay = this.#underWay.get(question) as Promise<A> | undefined;
    if (underWay) {
      this.#counts.joined++;
      return underWay;
    }
    const answer = this.#answer(key, name, make).finally(() => this.#underWay.delete(question));
    this.#underWay.set(question, answer);
    return answer;
  }

  async #answer<A>(
    key: string,
    { fingerprint, interval }: AnswerName,
    make: () => A | Promise<A>,
  ): Promise<A> {
    const kept = await this.#cache.get<Kept<A>>(key);
    if (kept?.form === FORM && kept.fingerprint === fingerprint) {
      this.#counts.kept++;
      return kept.answer;
    }
    this.#counts.made++;
    const answer = await make();
    await this.#cache.set(
      key,
      { form: FORM, fingerprint, answer } satisfies Kept<A>,
      KEPT_MS[interval],
    );
    return answer;
  }
}
