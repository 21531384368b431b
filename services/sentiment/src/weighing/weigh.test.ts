import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weigh, type WeighedArticle } from './weigh.ts';

const now = Date.UTC(2026, 10, 1, 12);
const HOUR = 3_600_000;
const one = () => 1;

const GOOD = { negative: 0.05, neutral: 0.15, positive: 0.8 };
const BAD = { negative: 0.8, neutral: 0.15, positive: 0.05 };

function article(storyId: number, sourceId: string, over: Partial<WeighedArticle> = {}) {
  return { storyId, sourceId, publishedAt: now, ...GOOD, ...over };
}
const scoreOf = (articles: readonly WeighedArticle[], weightOf: (id: string) => number = one) =>
  weigh(articles, weightOf, now)!.score;

test('there is no score where there is no news, none in the window, and none that counts', () => {
  expect(weigh([], one, now)).toBeNull();
  expect(weigh([article(1, 'a', { publishedAt: now - 73 * HOUR })], one, now)).toBeNull();
  expect(weigh([article(1, 'a')], () => 0, now)).toBeNull();
});

test('an article of the future waits', () => {
  const waits = [article(1, 'a', { publishedAt: now + 1 })];
  expect(weigh(waits, one, now)).toBeNull();
  expect(weigh(waits, one, now + 1)).not.toBeNull();
});

test('one story is half believed, and its figures can be done by hand', () => {
  // Weight 1, score 0.75, beside one neutral story.
  expect(scoreOf([article(1, 'a')])).toBeCloseTo(estimate(0.75, 1), 12);
  // Half a day later: weight 1/2.
  const later = weigh([article(1, 'a')], one, now + 12 * HOUR)!;
  expect(later.score).toBeCloseTo(estimate(0.75, 0.5), 12);
  expect(later.shares).toEqual({ negative: 0, neutral: 0, positive: 100 });
  expect(later.confidence).toBeCloseTo(1 - Math.exp(-1 / 6), 12);
});

/** With the cap on what one source comes to. */
function estimate(mean: number, weight: number): number {
  const bounded = 4 * (1 - Math.exp(-weight / 4));
  return (mean * bounded) / (bounded + 1);
}

test('ten copies of a story move the score little more than one', () => {
  const others = Array.from({ length: 5 }, (_, i) => article(100 + i, `s${i}`, BAD));
  const none = scoreOf(others);
  const single = scoreOf([...others, article(1, 'a')]);
  const tenSources = Array.from({ length: 10 }, (_, i) => article(1, `c${i}`));
  const ten = scoreOf([...others, ...tenSources]);
  expect(ten - none).toBeLessThan(1.6 * (single - none));
  const again = Array.from({ length: 10 }, () => article(1, 'a'));
  expect(scoreOf([...others, ...again])).toBeCloseTo(single, 12);
});

test('five thousand stories of one source move it no more than its weight allows', () => {
  const others = Array.from({ length: 8 }, (_, i) => article(10_000 + i, `s${i}`, BAD));
  const flood = Array.from({ length: 5_000 }, (_, i) => article(i, 'loud'));
  const weightOf = (id: string) => (id === 'loud' ? 0.5 : 1);
  // All that it comes to is 4 × 0.5 stories.
  const others8 = 8 * 4 * (1 - Math.exp(-1 / 4));
  const most = (2 * 0.75 - others8 * 0.75) / (2 + others8 + 1);
  expect(scoreOf([...others, ...flood], weightOf)).toBeLessThanOrEqual(most + 1e-9);
});

test('order does not matter, and every figure keeps its bounds', () => {
  const probabilities = fc
    .tuple(fc.integer({ min: 1, max: 98 }), fc.integer({ min: 1, max: 98 }))
    .map(([a, b]) => [Math.min(a, b), Math.abs(a - b), 100 - Math.max(a, b)])
    .map(([negative = 0, neutral = 0, positive = 0]) => ({
      negative: negative / 100,
      neutral: neutral / 100,
      positive: positive / 100,
    }));
  const articles = fc.array(
    fc
      .tuple(fc.nat(5), fc.constantFrom('a', 'b', 'c'), fc.nat(80), probabilities)
      .map(([storyId, sourceId, age, over]) =>
        article(storyId, sourceId, { publishedAt: now - age * HOUR, ...over }),
      ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(articles, (some) => {
      const weighed = weigh(some, one, now);
      const reversed = weigh(some.toReversed(), one, now);
      expect(weighed === null).toBe(reversed === null);
      if (!weighed || !reversed) return;
      expect(reversed.score).toBeCloseTo(weighed.score, 9);
      expect(Math.abs(weighed.score)).toBeLessThanOrEqual(1);
      const { negative, neutral, positive } = weighed.shares;
      expect(negative + neutral + positive).toBeCloseTo(100, 9);
      expect(weighed.confidence).toBeGreaterThan(0);
      expect(weighed.confidence).toBeLessThanOrEqual(1);
    }),
  );
});
