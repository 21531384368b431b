import type { Clock } from '@tidemark/clock/clock';
import { MARKET_NEWS } from '@tidemark/contracts/sentiment';
import { SENTIMENT_UPDATES } from '@tidemark/contracts/topics';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import { LatestOutbox } from '@tidemark/event-bus/latest-outbox';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Weighed } from './weigh.ts';

/** Whoever has just begun to listen hears of every coin after this, ms. */
const ALL_MS = 55_000;
/** Scores are told to this many digits; a smaller change is none. */
const DIGITS = 4;

/** Publishes what the news of coins comes to: what changed at once, and all of it every minute. */
export class SentimentTeller {
  readonly #clock: Clock;
  readonly #outbox: LatestOutbox<typeof SENTIMENT_UPDATES>;
  readonly #told = new Map<string, string>();
  #allAt = -Infinity;

  constructor({ bus, clock, logger }: { bus: EventBus; clock: Clock; logger: Logger }) {
    this.#clock = clock;
    this.#outbox = new LatestOutbox({
      ...{ bus, logger, topic: SENTIMENT_UPDATES, what: 'sentiment' },
      ...{ maxWaiting: 10_000, maxBatch: 500 },
    });
  }

  /** Messages that the bus has, and those that wait for it. */
  get counts() {
    const { topic, told, waiting, refused, dropped } = this.#outbox;
    return { topic, told, waiting, refused, dropped };
  }

  /** @param now epoch ms */
  async tell(all: ReadonlyMap<string, Weighed>, now: number): Promise<void> {
    const tellsAll = this.#clock.monotonic() - this.#allAt >= ALL_MS;
    if (tellsAll) this.#allAt = this.#clock.monotonic();
    for (const [coin_id, weighed] of all) {
      if (coin_id === MARKET_NEWS) continue;
      const said = {
        ...{ coin_id, score: rounded(weighed.score), articles: weighed.articles },
        positive_pct: rounded(weighed.shares.positive),
        negative_pct: rounded(weighed.shares.negative),
        neutral_pct: rounded(weighed.shares.neutral),
      };
      const text = JSON.stringify(said);
      if (!tellsAll && this.#told.get(coin_id) === text) continue;
      this.#told.set(coin_id, text);
      const value = { ...said, timestamp: new Date(now).toISOString() };
      this.#outbox.put(coin_id, { key: coin_id, value });
    }
    await this.#outbox.tell();
  }
}

function rounded(value: number): number {
  return Math.round(value * 10 ** DIGITS) / 10 ** DIGITS;
}
