import type { Clock } from '@tidemark/clock/clock';
import type {
  LeadLag,
  SENTIMENT_PERIODS,
  SENTIMENT_STEPS,
  SentimentTrend,
} from '@tidemark/contracts/sentiment';
import type { AskService } from '@tidemark/service-calls/ask-service';
import type { SentimentStore } from '../weighing/sentiment-store.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { hourlyReturns } from './hourly-returns.ts';
import { leadLag } from './lead-lag.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
type Period = (typeof SENTIMENT_PERIODS)[number];
type Step = (typeof SENTIMENT_STEPS)[number];

const PERIOD_MS: Readonly<Record<Period, number>> = {
  '24h': DAY_MS,
  '7d': 7 * DAY_MS,
  '30d': 30 * DAY_MS,
  '90d': 90 * DAY_MS,
};
const STEP_MS: Readonly<Record<Step, number>> = { '1h': HOUR_MS, '1d': DAY_MS };
/** Hours that the lead and lag is looked for in. */
const LEAD_LAG_HOURS = 720;

/** What sentiment was, over time. */
export class Trends {
  readonly #store: SentimentStore;
  readonly #clock: Clock;
  readonly #ask: AskService;
  readonly #kept: KeptAnswers;

  constructor(parts: { store: SentimentStore; clock: Clock; ask: AskService; kept: KeptAnswers }) {
    this.#store = parts.store;
    this.#clock = parts.clock;
    this.#ask = parts.ask;
    this.#kept = parts.kept;
  }

  async trend(coin_id: string, period: Period, interval: Step): Promise<SentimentTrend> {
    const step = STEP_MS[interval];
    const from = Math.floor((this.#clock.now() - PERIOD_MS[period]) / step) * step;
    return { coin_id, period, interval, points: await this.#store.points(coin_id, from, step) };
  }

  /** Throws as `hourlyReturns` does. */
  leadLag(coinId: string): Promise<LeadLag> {
    return this.#kept.get(`lead-lag:${coinId}`, async () => {
      const from = this.#clock.now() - LEAD_LAG_HOURS * HOUR_MS;
      const [points, returns] = await Promise.all([
        this.#store.points(coinId, from, HOUR_MS),
        hourlyReturns(this.#ask, coinId, LEAD_LAG_HOURS),
      ]);
      const scores = new Map(points.map(({ time, score }) => [time, score]));
      return leadLag(coinId, scores, returns);
    });
  }
}
