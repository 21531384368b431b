import { describe, expect, it } from 'vitest';
import { closes, coin, market, wandering } from '../../tests/market-views/made-market.ts';
import { percentileRank, type ByDay } from './by-day.ts';
import { FEAR_GREED_COMPONENTS, type FearGreedComponent } from './fear-greed-components.ts';
import { newsComponent } from './fear-greed-news.ts';
import { fearGreed, labelOf } from './fear-greed.ts';

const DAYS = 800;

/** Wanders, then rises or falls by so much a day for the last 60. */
function endingIn(daily: number, seed: number): number[] {
  const past = wandering(DAYS - 60, seed);
  return [...past, ...closes(60, (day) => past.at(-1)! * (1 + daily) ** (day + 1))];
}
const marketEndingIn = (daily: number) =>
  market(...['bitcoin', 'a', 'b', 'c'].map((id, i) => coin(id, endingIn(daily, i + 1))));

const made = (
  name: string,
  weight: number,
  highMeans: 'greed' | 'fear',
  figures: ByDay,
): FearGreedComponent => ({ name, measures: name, weight, highMeans, figures: () => figures });

describe('the fear and greed index', () => {
  it('is high after a long calm rise and low at the end of a long fall', () => {
    const [up] = fearGreed(marketEndingIn(0.01));
    const [down] = fearGreed(marketEndingIn(-0.01));
    expect(up).toMatchObject({ label: 'extreme greed' });
    expect(down!.index).toBeLessThan(45);
    expect(down!.index).toBeLessThan(up!.index!);
  });

  it('shows for each part what was measured, its score, its weight and what it says', () => {
    const [{ components: parts, index }] = fearGreed(marketEndingIn(0.01)) as [
      ReturnType<typeof fearGreed>[0],
    ];
    expect(parts.map((part) => part.name)).toEqual([
      'volatility',
      'momentum',
      'breadth',
      'volume',
      'drawdown',
    ]);
    expect(parts.reduce((sum, part) => sum + (part.score! * part.share) / 100, 0)).toBeCloseTo(
      index!,
      10,
    );
    expect(parts.every((part) => part.measures.length > 20)).toBe(true);
    expect(parts.find((part) => part.name === 'breadth')).toMatchObject({ value: 1 });
    expect(parts.find((part) => part.name === 'drawdown')).toMatchObject({ value: 0 });
  });

  it('weights make 100, the news among them', () => {
    const news = newsComponent({ days: [], readAt: null, ageMs: null, absent: 'away' });
    const all = [...FEAR_GREED_COMPONENTS, news];
    expect(all.reduce((sum, one) => sum + one.weight, 0)).toBe(100);
  });

  it('is exactly 100 or 0 where every part is, whatever weights have a score', () => {
    const rising = Array.from({ length: DAYS }, (_, day) => day);
    const unknown = Array.from({ length: DAYS }, () => null);
    const weights = [7, 11, 13, 17, 19, 23, 29];
    for (let without = 0; without < weights.length; without += 1) {
      for (const end of ['greed', 'fear'] as const) {
        const parts = weights.map((weight, i) =>
          made(`part ${i}`, weight, end, i === without ? unknown : rising),
        );
        const [{ index } = { index: null }] = fearGreed(marketEndingIn(0.01), 1, parts);
        expect(index).toBe(end === 'greed' ? 100 : 0);
      }
    }
  });

  it('lies between 0 and 100 on every day that it is known', () => {
    for (const { index } of fearGreed(marketEndingIn(-0.02), 300)) {
      expect(index).toBeGreaterThanOrEqual(0);
      expect(index).toBeLessThanOrEqual(100);
    }
  });

  it('of a day does not change with the days after it', () => {
    const all = marketEndingIn(0.01);
    const until = (end: number) =>
      market(
        ...all.coins.map((one) =>
          coin(one.coinId, one.closes.slice(0, end), one.volumes.slice(0, end)),
        ),
      );
    const later = fearGreed(all, 11)[0]!;
    const then = fearGreed(until(DAYS - 10), 1)[0]!;
    expect({ ...then, time: 0 }).toEqual({ ...later, time: 0 });
  });

  it('shares the weight of what is not known among the rest', () => {
    const known = closes(100, (day) => day);
    const none = known.map(() => null);
    const [day] = fearGreed(market(coin('bitcoin', known)), 1, [
      made('high', 30, 'greed', known),
      made('feared', 30, 'fear', known),
      made('unknown', 40, 'greed', none),
    ]);
    expect(day!.components.map((part) => part.share)).toEqual([50, 50, 0]);
    expect(day!.components.map((part) => part.score)).toEqual([100, 0, null]);
    expect(day).toMatchObject({ index: 50, label: 'neutral' });
  });

  it('is not known when less than half of the weight is', () => {
    const known = closes(100, (day) => day);
    const none = known.map(() => null);
    const days = (weight: number) =>
      fearGreed(market(coin('bitcoin', known)), 1, [
        made('known', weight, 'greed', known),
        made('unknown', 100 - weight, 'greed', none),
      ]);
    expect(days(49)[0]).toMatchObject({ index: null, label: null });
    expect(days(50)[0]).toMatchObject({ index: 100 });
  });

  it('without bitcoin, or in a young market, is not known', () => {
    expect(fearGreed(market(coin('a', wandering(DAYS, 1))))[0]).toMatchObject({ index: null });
    expect(fearGreed(market(coin('bitcoin', wandering(60, 1))))[0]).toMatchObject({ index: null });
    expect(fearGreed(market())).toEqual([]);
  });

  it.each([
    [0, 'extreme fear'],
    [24.9, 'extreme fear'],
    [25, 'fear'],
    [45, 'neutral'],
    [55, 'neutral'],
    [55.1, 'greed'],
    [75, 'greed'],
    [75.1, 'extreme greed'],
    [100, 'extreme greed'],
  ])('%d is %s', (index, label) => {
    expect(labelOf(index)).toBe(label);
  });
});

describe('the rank within a year', () => {
  it('is 0 for the lowest, 1 for the highest, and equal ones share the middle', () => {
    const rise = closes(100, (day) => day);
    expect(percentileRank(rise, 99)).toBe(1);
    expect(percentileRank([...rise.slice(1), 0], 99)).toBe(0);
    expect(
      percentileRank(
        closes(100, () => 7),
        99,
      ),
    ).toBe(0.5);
  });

  it('looks at no more than 365 days, and needs 90', () => {
    const fallen = [...closes(10, () => 1000), ...closes(365, (day) => day)];
    expect(percentileRank(fallen, fallen.length - 1)).toBe(1);
    expect(
      percentileRank(
        closes(89, (day) => day),
        88,
      ),
    ).toBeNull();
    expect(
      percentileRank(
        closes(90, (day) => day),
        89,
      ),
    ).toBe(1);
  });
});
