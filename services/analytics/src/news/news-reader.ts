import { successSchema } from '@tidemark/contracts/envelope';
import { TidemarkError } from '@tidemark/contracts/errors';
import {
  SentimentTrendSchema,
  type SENTIMENT_STEPS,
  type SentimentPoint,
} from '@tidemark/contracts/sentiment';
import { ANONYMOUS } from '@tidemark/service/identity/identity';
import type { AskService } from '@tidemark/service-calls/ask-service';
import { Compile } from 'typebox/compile';

const Answer = Compile(successSchema(SentimentTrendSchema));

/** Days that sentiment tells of at once, today included. */
export const NEWS_DAYS = 90;

/** Reads what sentiment has stored, as anybody may at `/api/sentiment`. */
export class NewsReader {
  readonly #ask: AskService;

  constructor(ask: AskService) {
    this.#ask = ask;
  }

  /**
   * What the news of a coin, or of the `market`, sounded like at the end of each hour or day of the last 90 days, the one under
   * way included, oldest first. Empty: nothing is kept of it, or sentiment does not know the coin.
   * @throws TidemarkError UPSTREAM_UNAVAILABLE or NOT_READY when sentiment gives no answer
   */
  async trend(
    coinId: string,
    interval: (typeof SENTIMENT_STEPS)[number],
  ): Promise<SentimentPoint[]> {
    const path = `/api/sentiment/${coinId}/trend?period=${NEWS_DAYS}d&interval=${interval}`;
    const call = { service: 'sentiment', method: 'GET', path, identity: ANONYMOUS } as const;
    const { status, body } = await this.#ask(call);
    if (status === 404) return [];
    if (status === 200 && Answer.Check(body)) return body.data.points;
    throw new TidemarkError('UPSTREAM_UNAVAILABLE', 'sentiment gave no answer. Try again.');
  }
}
