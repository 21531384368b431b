import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { closes, coin, LAST_DAY, market, wandering } from '../../tests/market-views/made-market.ts';
import { day } from '../../tests/support/news.ts';
import type { KnownNews } from '../news/market-news.ts';
import { DAY_MS, type DailyMarket } from './daily-market.ts';
import { FEAR_GREED_COMPONENTS } from './fear-greed-components.ts';
import { newsComponent } from './fear-greed-news.ts';
import { fearGreed } from './fear-greed.ts';

const MARKET = market(...['bitcoin', 'a', 'b'].map((id, i) => coin(id, wandering(800, i + 1))));

const told = (...days: KnownNews['days']): KnownNews => ({
  ...{ days, readAt: LAST_DAY + DAY_MS, ageMs: 0, absent: null },
});
const away = (absent: string): KnownNews => ({ days: [], readAt: null, ageMs: null, absent });

function lastDay(news: KnownNews, days = MARKET) {
  const [shown] = fearGreed(days, 1, [...FEAR_GREED_COMPONENTS, newsComponent(news)]);
  return { ...shown!, sentiment: shown!.components.at(-1)! };
}

describe('the news in the index', () => {
  it('count 15 of 100, on a scale of their own', () => {
    const { index, sentiment, components } = lastDay(told(day(LAST_DAY, { score: 0.5 })));
    expect(sentiment).toMatchObject({
      ...{ name: 'sentiment', value: 0.5, score: 75, weight: 15, share: 15, absent: null },
    });
    expect(components.map(({ weight }) => weight)).toEqual([21.25, 21.25, 17, 12.75, 12.75, 15]);
    const before = lastDay(away('The sentiment service is away.')).index!;
    expect(index).toBeCloseTo(0.85 * before + 0.15 * 75, 10);
  });

  it.each([
    [-1, 0],
    [0, 50],
    [1, 100],
  ])('that sound %d have the score %d', (score, expected) => {
    expect(lastDay(told(day(LAST_DAY, { score }))).sentiment.score).toBe(expected);
  });

  it.each([
    ['The sentiment service is away.', away('The sentiment service is away.')],
    ['No news of this day are kept.', told(day(LAST_DAY - DAY_MS))],
    [
      'The news of this day are 1 story; at least 5 are needed.',
      told(day(LAST_DAY, { stories: 1 })),
    ],
    [
      'The news of this day are 4 stories; at least 5 are needed.',
      told(day(LAST_DAY, { stories: 4 })),
    ],
  ])('say why they do not count: %s', (absent, news) => {
    expect(lastDay(news).sentiment).toMatchObject({ value: null, score: null, share: 0, absent });
  });

  it('that are absent leave the others weighed as they are among themselves', () => {
    const { index, components } = lastDay(away('It is away.'));
    expect(components.map(({ share }) => share)).toEqual([25, 25, 20, 15, 15, 0]);
    expect(index).toBe(fearGreed(MARKET)[0]!.index);
  });

  it('neither make an index that is not known, nor are missed by one that is', () => {
    const young = market(coin('bitcoin', wandering(60, 1)));
    expect(lastDay(told(day(LAST_DAY, { score: 1 })), young).index).toBeNull();
    // Volatility and momentum are known: half of what the index cannot do without.
    const half = market(coin('bitcoin', wandering(260, 1), new Array<null>(260).fill(null)));
    const none = ({ times }: DailyMarket) => times.map(() => null);
    const parts = FEAR_GREED_COMPONENTS.map((part) =>
      part.name === 'breadth' ? { ...part, figures: none } : part,
    );
    expect(fearGreed(half, 1, [...parts, newsComponent(away('away'))])[0]!.index).not.toBeNull();
  });

  it('of a day do not change that of another', () => {
    const known = told(day(LAST_DAY - DAY_MS, { score: -1 }), day(LAST_DAY, { score: 1 }));
    const days = fearGreed(MARKET, 3, [...FEAR_GREED_COMPONENTS, newsComponent(known)]);
    expect(days.map(({ components }) => components.at(-1)!.score)).toEqual([null, 0, 100]);
  });
});

test('a part that is known has no reason, and one that is not says why', () => {
  const short = market(
    coin(
      'bitcoin',
      closes(130, (i) => 100 + i),
    ),
  );
  const [shown] = fearGreed(short, 1);
  expect(shown!.components.map(({ name, absent }) => [name, absent])).toEqual([
    ['volatility', null],
    ['momentum', 'Fewer than 90 of its last 365 days are known.'],
    ['breadth', 'Fewer than 90 of its last 365 days are known.'],
    ['volume', null],
    ['drawdown', 'Too few daily bars before this day are known.'],
  ]);
});

test('whatever the news sound like, better ones never make more fear', () => {
  const score = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(score, score, (one, other) => {
      const [worse, better] = [Math.min(one, other), Math.max(one, other)].map(
        (value) => lastDay(told(day(LAST_DAY, { score: value }))).index!,
      ) as [number, number];
      expect(worse).toBeLessThanOrEqual(better);
      expect(better).toBeLessThanOrEqual(100);
      expect(worse).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 20 },
  );
});
