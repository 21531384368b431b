import type { Clock } from '@tidemark/clock/clock';
import { MARKET_NEWS, type Sentiment } from '@tidemark/contracts/sentiment';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Logger } from '@tidemark/telemetry/logger';
import { SingleFlight } from '@tidemark/waiting/single-flight';
import type { Kysely } from 'kysely';
import type { SentimentTables } from '../tables.ts';
import { readRecentNews, readScored, type RecentNews } from './recent-news.ts';
import { hoursBefore } from './hours-before.ts';
import type { SentimentStore } from './sentiment-store.ts';
import type { SentimentTeller } from './sentiment-teller.ts';
import type { TellerLease } from './teller-lease.ts';
import { volumeOf } from './volume.ts';
import { HALF_LIFE_HOURS, weigh, WINDOW_HOURS, type Weighed } from './weigh.ts';

const LOOK_MS = 1_000;
/** News grows old without a word: it is weighed anew so often, ms. */
const ANEW_MS = 60_000;
const HOUR_MS = 3_600_000;

export interface NewsBoardParts {
  db: Kysely<SentimentTables>;
  clock: Clock;
  logger: Logger;
  store: SentimentStore;
  lease: TellerLease;
  teller: SentimentTeller;
  simulated: boolean;
  /** Of the model that scores. */
  model: string;
}

/**
 * What the news of every coin comes to now. It is worked out from the articles that are stored, each time something changed and
 * every minute; nothing is added up on the way, so that what is read twice, or half when a process dies, counts once. ADR 0040.
 */
export class NewsBoard {
  readonly #parts: NewsBoardParts;
  readonly #looking = new SingleFlight<void>();
  #views: ReadonlyMap<string, Sentiment> = new Map();
  #version = -1;
  #weighedAt = -Infinity;
  #cancel: () => void = () => undefined;
  #failing = false;
  #wasMine = false;

  constructor(parts: NewsBoardParts) {
    this.#parts = parts;
  }

  /** Of a coin, or of `market`. @throws TidemarkError NOT_READY before any news was weighed */
  get(coinId: string): Sentiment {
    const known = this.#views.get(coinId);
    if (known) return known;
    // Weighed with the others: there is nothing of it.
    const market = this.#views.get(MARKET_NEWS);
    if (!market) throw new TidemarkError('NOT_READY', 'The news is being weighed. Try again.');
    const isUsualKnown = market.volume_usual !== null;
    const usual = {
      volume_usual: isUsualKnown ? 0 : null,
      volume_surprise: isUsualKnown ? 0 : null,
    };
    return { ...market, ...NO_NEWS, ...usual, coin_id: coinId };
  }

  /** Every coin that there is news of, and `market`. */
  all(): Sentiment[] {
    return [...this.#views.values()];
  }

  start(): void {
    this.#cancel = this.#parts.clock.every(LOOK_MS, () => void this.look());
    void this.look();
  }

  async stop(): Promise<void> {
    this.#cancel();
    await this.#looking.running;
    await this.#parts.lease.release().catch(() => undefined);
  }

  /** Weighs anew where something changed. Never throws: it is tried again a second later. */
  look(): Promise<void> {
    return this.#looking.run(async () => {
      try {
        await this.#look();
        this.#failing = false;
      } catch (error) {
        if (!this.#failing) this.#parts.logger.warn({ err: error }, 'news cannot be weighed now');
        this.#failing = true;
      }
    });
  }

  async #look(): Promise<void> {
    const { clock, db, lease, store, teller } = this.#parts;
    const { version, isMine } = await lease.look(clock.now());
    const isOld = clock.monotonic() - this.#weighedAt >= ANEW_MS;
    const isGained = isMine && !this.#wasMine;
    if (version === this.#version && !isOld && !isGained) return;
    const now = clock.now();
    const news = await readRecentNews(db, now);
    const weighed = weighedOf(news, now);
    const [hour, day] = await Promise.all([
      store.scoresAt(now - HOUR_MS),
      store.scoresAt(now - 24 * HOUR_MS),
    ]);
    this.#views = new Map(
      [...news.storyTimes.keys(), MARKET_NEWS].map((coinId) => [
        coinId,
        this.#view(coinId, { news, weighed, hour, day, now }),
      ]),
    );
    [this.#version, this.#weighedAt, this.#wasMine] = [version, clock.monotonic(), isMine];
    if (!isMine) return;
    await store.store(weighed, now);
    await teller.tell(weighed, now);
    if (isOld) await this.#storeHoursBefore(news, now);
  }

  async #storeHoursBefore({ began, since, weights }: RecentNews, now: number): Promise<void> {
    const { db, store } = this.#parts;
    const moments = began === null || since === null ? [] : hoursBefore(began, since, now);
    const [first] = moments;
    if (first === undefined) return;
    const scored = await readScored(db, first - WINDOW_HOURS * HOUR_MS, now);
    for (const time of moments) await store.store(weighedOf({ scored, weights }, time), time);
  }

  #view(coinId: string, { news, weighed, hour, day, now }: Figures): Sentiment {
    const one = weighed.get(coinId);
    const volume = volumeOf(news.storyTimes.get(coinId) ?? [], news.since ?? now, now);
    const change = (before: number | undefined) =>
      one === undefined || before === undefined ? null : one.score - before;
    return {
      coin_id: coinId,
      score: one?.score ?? null,
      positive_pct: one?.shares.positive ?? null,
      negative_pct: one?.shares.negative ?? null,
      neutral_pct: one?.shares.neutral ?? null,
      confidence: one?.confidence ?? 0,
      dispersion: one?.dispersion ?? null,
      stories: one?.stories ?? 0,
      articles: one?.articles ?? 0,
      sources: one?.sources ?? 0,
      volume_24h: volume.day,
      volume_usual: volume.usual,
      volume_surprise: volume.surprise,
      change_1h: change(hour.get(coinId)),
      change_24h: change(day.get(coinId)),
      window_hours: WINDOW_HOURS,
      half_life_hours: HALF_LIFE_HOURS,
      model: this.#parts.model,
      simulated: this.#parts.simulated,
      timestamp: new Date(now).toISOString(),
    };
  }
}

/** Of a coin that nothing is told of. */
const NO_NEWS = {
  ...{ score: null, positive_pct: null, negative_pct: null, neutral_pct: null },
  ...{ confidence: 0, dispersion: null, stories: 0, articles: 0, sources: 0 },
  ...{ volume_24h: 0, change_1h: null, change_24h: null },
};

interface Figures {
  news: RecentNews;
  weighed: ReadonlyMap<string, Weighed>;
  /** Scores of an hour and of a day ago. */
  hour: ReadonlyMap<string, number>;
  day: ReadonlyMap<string, number>;
  now: number;
}

function weighedOf(
  { scored, weights }: Pick<RecentNews, 'scored' | 'weights'>,
  now: number,
): Map<string, Weighed> {
  const weightOf = (sourceId: string) => weights.get(sourceId) ?? 0;
  const all = new Map<string, Weighed>();
  for (const [coinId, articles] of scored) {
    const weighed = weigh(articles, weightOf, now);
    if (weighed) all.set(coinId, weighed);
  }
  return all;
}
