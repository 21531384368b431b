import { TestClock } from '@tidemark/clock/test-clock';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { ServiceCall } from '@tidemark/service-calls/ask-service';
import { describe, expect, it } from 'vitest';
import { day, trendAnswer } from '../../tests/support/news.ts';
import { MarketNews } from './market-news.ts';
import { NewsReader } from './news-reader.ts';

const SECOND = 1_000;
const HOUR = 3_600_000;
const DAYS = [day(1_767_139_200_000, { score: 0.25 })];

/** Sentiment that a test switches; it keeps what it was asked. */
class Switchable {
  readonly asked: ServiceCall[] = [];
  does: 'answers' | 'is away' | 'hangs' | 'rambles' = 'answers';
  #release: (() => void)[] = [];

  readonly ask = async (call: ServiceCall) => {
    this.asked.push(call);
    if (this.does === 'is away') throw new TidemarkError('UPSTREAM_UNAVAILABLE', 'away');
    if (this.does === 'rambles') return { status: 200, body: { success: true, data: 'well' } };
    if (this.does === 'hangs') await new Promise<void>((go) => this.#release.push(go));
    return trendAnswer(DAYS);
  };

  release(): void {
    for (const go of this.#release.splice(0)) go();
  }
}

function opened() {
  const [clock, sentiment] = [new TestClock(), new Switchable()];
  return { clock, sentiment, news: new MarketNews(new NewsReader(sentiment.ask), clock) };
}

describe('the news of the market', () => {
  it('are asked for as anybody may, and not again within a minute', async () => {
    const { clock, sentiment, news } = opened();
    const known = { days: DAYS, readAt: clock.now(), ageMs: 0, absent: null };
    expect(await news.known()).toEqual(known);
    await clock.advance(59 * SECOND);
    expect(await news.known()).toEqual({ ...known, ageMs: 59 * SECOND });
    expect(sentiment.asked.map(({ path }) => path)).toEqual([
      '/api/sentiment/market/trend?period=90d&interval=1d',
    ]);
    await clock.advance(SECOND);
    expect(await news.known()).toMatchObject({ ageMs: 0 });
    expect(sentiment.asked).toHaveLength(2);
  });

  it('of a service that never answered are absent, and it is asked again ten seconds later', async () => {
    const { clock, sentiment, news } = opened();
    sentiment.does = 'is away';
    const away = { days: [], readAt: null, ageMs: null, absent: 'The sentiment service is away.' };
    expect(await news.known()).toEqual(away);
    await clock.advance(9 * SECOND);
    expect(await news.known()).toEqual(away);
    expect(sentiment.asked).toHaveLength(1);
    sentiment.does = 'answers';
    await clock.advance(SECOND);
    expect(await news.known()).toMatchObject({ days: DAYS, absent: null });
  });

  it('in an answer of another form count as none', async () => {
    const { sentiment, news } = opened();
    sentiment.does = 'rambles';
    expect(await news.known()).toMatchObject({
      days: [],
      absent: 'The sentiment service is away.',
    });
  });

  it('are kept with their age for six hours while the service is away', async () => {
    const { clock, sentiment, news } = opened();
    const { readAt } = await news.known();
    sentiment.does = 'is away';
    await clock.advance(6 * HOUR);
    expect(await news.known()).toEqual({ days: DAYS, readAt, ageMs: 6 * HOUR, absent: null });
    await clock.advance(SECOND);
    expect(await news.known()).toEqual({
      ...{ days: [], readAt, ageMs: 6 * HOUR + SECOND },
      absent: 'The sentiment service has not answered for more than 6 hours.',
    });
  });

  it('are waited for a second, once for all who ask', async () => {
    const { clock, sentiment, news } = opened();
    sentiment.does = 'hangs';
    const [first, second] = [news.known(), news.known()];
    await clock.advance(SECOND);
    const late = { days: [], absent: 'The sentiment service has not answered within 1 s.' };
    expect(await first).toMatchObject(late);
    expect(await second).toMatchObject(late);
    // Time stands still: this one did not wait.
    expect(await news.known()).toMatchObject(late);
    expect(sentiment.asked).toHaveLength(1);
    sentiment.release();
    await clock.advance(0);
    expect(await news.known()).toMatchObject({ days: DAYS, ageMs: 0 });
  });
});
