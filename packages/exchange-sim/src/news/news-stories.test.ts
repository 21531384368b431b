import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../model/levels.ts';
import { createMarketModel } from '../model/market-model.ts';
import { Memo } from '../model/memo.ts';
import { DEFAULT_COINS } from '../products.ts';
import { createNewsMarket, type NewsBar, type NewsCoin, type NewsMarket } from './news-market.ts';
import { newestStories, storiesBetween, storyOf } from './news-stories.ts';
import type { SimulatedStory } from './simulated-story.ts';
import { OUTLETS } from './outlets.ts';

const HOUR_MS = 3_600_000;
const TO = Date.UTC(2026, 5, 15, 14, 29, 50);
const FROM = TO - 30 * DAY_MS;
let market: NewsMarket;
let month: SimulatedStory[];

beforeAll(() => {
  market = marketOf(1);
  month = storiesBetween(market, FROM, TO);
});

function marketOf(seed: number): NewsMarket {
  const model = createMarketModel({ seed, rate: 1, coins: DEFAULT_COINS });
  return createNewsMarket({ seed, coins: DEFAULT_COINS, model });
}

/** The same market without its memo, whose candles are looked at by `seen`. */
function watched(seen: (from: number, to: number) => void): NewsMarket {
  const coins = market.coins.map((coin): NewsCoin => {
    const bar = (from: number, to: number): NewsBar | undefined => {
      seen(from, to);
      return coin.bar(from, to);
    };
    return { ...coin, bar };
  });
  return { ...market, coins, hours: new Memo(10) };
}

function coinOf({ coinId }: SimulatedStory): NewsCoin {
  return market.coins.find(({ coin }) => coin.id === coinId) as NewsCoin;
}

function kindOf({ incident }: SimulatedStory): string {
  return incident.split('.')[2] as string;
}

/** Beginning of the hour that a story's incident is in, epoch ms. */
function hourOf({ incident }: SimulatedStory): number {
  return parseInt(incident, 36) * HOUR_MS;
}

/** The number behind the dollar sign, or before the percent sign, of an English title. */
function numberIn(title: string, pattern: RegExp): number {
  return Number(pattern.exec(title)?.[1]?.replaceAll(',', ''));
}

function change24h(story: SimulatedStory): number {
  const at = hourOf(story);
  const bar = coinOf(story).bar(at - DAY_MS, at) as NewsBar;
  return bar.close / bar.open - 1;
}

test('the same moment has the same stories, in another market object and whatever was asked before', () => {
  const other = marketOf(1);
  const late = storiesBetween(other, TO - DAY_MS, TO);
  expect(late).toEqual(month.filter(({ time }) => time >= TO - DAY_MS));
  expect(storiesBetween(other, FROM, FROM + DAY_MS)).toEqual(
    month.filter(({ time }) => time < FROM + DAY_MS),
  );
});

test('another seed tells other stories', () => {
  const titles = new Set(month.map(({ title }) => title));
  const others = storiesBetween(marketOf(2), TO - DAY_MS, TO);
  expect(others.length).toBeGreaterThan(40);
  expect(others.filter(({ title }) => !titles.has(title)).length).toBeGreaterThan(20);
});

test('spans of time join without a story lost, told twice or told anew', () => {
  const times = fc.integer({ min: TO - 3 * DAY_MS, max: TO });
  fc.assert(
    fc.property(times, times, (a, b) => {
      const [from, middle] = [Math.min(a, b), Math.max(a, b)];
      const whole = storiesBetween(market, from, TO);
      const parts = [storiesBetween(market, from, middle), storiesBetween(market, middle, TO)];
      expect(parts.flat()).toEqual(whole);
    }),
    { numRuns: 50 },
  );
});

test('a story knows nothing of the market after it', () => {
  for (const to of [TO, TO - (TO % DAY_MS) + 1, TO - (TO % HOUR_MS)]) {
    let latest = 0;
    const seen = watched((_from, end) => (latest = Math.max(latest, end)));
    const stories = storiesBetween(seen, to - 2 * HOUR_MS, to);
    expect(stories).toEqual(month.filter(({ time }) => time >= to - 2 * HOUR_MS && time < to));
    expect(latest).toBeGreaterThan(0);
    expect(latest).toBeLessThanOrEqual(to);
  }
  for (const story of month) expect(hourOf(story)).toBeLessThan(story.time);
});

test('moves are told with the direction and the number of their candles', () => {
  const up = /rises|gains|jumps|lift|surges|up|climbs|higher|soars|steigt|gewinnt|legt/;
  const down = /falls|drops|slides|down|plunges|loses|lower|tumbles|fällt|verliert|gibt/;
  const spans: Record<string, number> = { hour: HOUR_MS, day: DAY_MS };
  const moves = month.filter((story) => /^(hour|day)(Rise|Fall)$/.test(kindOf(story)));
  expect(moves.length).toBeGreaterThan(200);
  for (const story of moves) {
    const [, name, direction] = /^(hour|day)(Rise|Fall)$/.exec(kindOf(story)) ?? [];
    const at = hourOf(story);
    const bar = coinOf(story).bar(at - (spans[name as string] as number), at) as NewsBar;
    const told = numberIn(story.title.replace(',', '.'), /([\d.]+) ?%/);
    const percent = 100 * (bar.close / bar.open - 1);
    expect(Math.abs(told - Math.abs(percent))).toBeLessThan(0.0501);
    expect(percent > 0).toBe(direction === 'Rise');
    expect(story.title).toMatch(percent > 0 ? up : down);
    expect(story.sign).toBe(Math.sign(percent));
    expect(story.title).toContain(coinOf(story).coin.name);
  }
});

test('a high of 30 days was above all of them, and a low below', () => {
  const extremes = month.filter(({ title }) => /30-day|in 30 days/.test(title));
  expect(new Set(extremes.map(kindOf))).toEqual(new Set(['monthHigh', 'monthLow']));
  for (const story of extremes) {
    const at = hourOf(story);
    const hour = coinOf(story).bar(at - HOUR_MS, at) as NewsBar;
    const before = coinOf(story).bar(at - HOUR_MS - 30 * DAY_MS + DAY_MS, at - HOUR_MS) as NewsBar;
    const told = numberIn(story.title, /\$([\d.,]+)/);
    if (kindOf(story) === 'monthHigh') {
      expect(hour.high).toBeGreaterThan(before.high);
      expect(told).toBeLessThanOrEqual(hour.high);
      expect(told).toBeGreaterThan(0.998 * hour.high);
    } else {
      expect(hour.low).toBeLessThan(before.low);
      expect(told).toBeGreaterThanOrEqual(hour.low);
      expect(told).toBeLessThan(1.002 * hour.low);
    }
  }
});

test('the share of good headlines rises with the return of the 24 hours before them', () => {
  const told = [...month].sort((a, b) => change24h(a) - change24h(b));
  expect(
    rankCorrelation(
      told.map(change24h),
      told.map(({ sign }) => sign),
    ),
  ).toBeGreaterThan(0.3);
  const shares = Array.from({ length: 5 }, (_, i) => {
    const fifth = told.slice((i * told.length) / 5, ((i + 1) * told.length) / 5);
    return fifth.filter(({ sign }) => sign > 0).length / fifth.length;
  });
  expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
  expect(shares[4]).toBeGreaterThan((shares[0] as number) + 0.25);
  const events = told.filter(({ incident }) => !/Rise|Fall|month|calm/.test(incident));
  expect(
    rankCorrelation(
      events.map(change24h),
      events.map(({ sign }) => sign),
    ),
  ).toBeGreaterThan(0.3);
});

test('there are three to six stories an hour, by every outlet and of every kind', () => {
  const perHour = month.length / 720;
  expect(perHour).toBeGreaterThan(3);
  expect(perHour).toBeLessThan(6);
  for (const { id } of OUTLETS) {
    const own = month.filter(({ outlet }) => outlet === id);
    expect(own.length).toBeGreaterThan(month.length / 8);
  }
  expect(new Set(month.map(kindOf)).size).toBe(20);
  expect(new Set(month.map(({ coinId }) => coinId)).size).toBe(market.coins.length);
});

test('what several outlets tell is told within half an hour, in other words, with the same sign', () => {
  const tellings = Map.groupBy(month, ({ incident }) => incident);
  const shared = [...tellings.values()].filter((stories) => stories.length > 1);
  expect(shared.length).toBeGreaterThan(tellings.size / 3);
  for (const stories of shared) {
    const times = stories.map(({ time }) => time);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(HOUR_MS / 2);
    expect(new Set(stories.map(({ title }) => title)).size).toBe(stories.length);
    expect(new Set(stories.map(({ sign }) => sign)).size).toBe(1);
  }
});

test('titles and summaries are whole, ids are unique and fit for a URL', () => {
  for (const { title, summary, outlet } of month) {
    expect(`${title} ${summary}`).not.toMatch(/[{}]|NaN|undefined|null|\be[-+]?\d/);
    expect(summary).toMatch(outlet === 'kurse' ? /simulierte Meldung/ : /simulated story/);
    expect(title).not.toMatch(/simul/i);
  }
  expect(new Set(month.map(({ id }) => id)).size).toBe(month.length);
  for (const { id } of month) expect(encodeURIComponent(id)).toBe(id);
});

test('the newest stories of an outlet are the last of all that it told', () => {
  for (const { id } of OUTLETS) {
    const own = month.filter(({ outlet }) => outlet === id);
    expect(newestStories(market, id, TO - 1, 40)).toEqual(own.toReversed().slice(0, 40));
  }
});

test('a story is found by its id once it is out', () => {
  const story = month.at(-1) as SimulatedStory;
  expect(storyOf(market, story.id, story.time)).toEqual(story);
  expect(storyOf(marketOf(1), story.id, TO)).toEqual(story);
  expect(storyOf(market, story.id, story.time - 1)).toBeUndefined();
});

test('any other id is nothing', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: -DAY_MS, max: TO }), (id, now) => {
      expect(storyOf(market, id, now)).toBeUndefined();
      expect(storyOf(market, `${Math.abs(now).toString(36)}.${id}`, now)).toBeUndefined();
      expect(storyOf(market, `0.${id}`, TO)).toBeUndefined();
    }),
  );
});

test('before the market there is nothing to tell of', () => {
  expect(storiesBetween(market, Date.UTC(2016, 11, 1), Date.UTC(2017, 0, 1))).toEqual([]);
  const first = storiesBetween(market, Date.UTC(2017, 0, 1), Date.UTC(2017, 0, 3));
  expect(first.length).toBeGreaterThan(20);
});

test('coins that follow the dollar, and coins that no venue lists, are not told of', () => {
  expect(market.coins.map(({ coin }) => coin.symbol)).not.toContain('USDT');
  const unlisted = { ...DEFAULT_COINS[0], coinbase: undefined, binance: undefined };
  const coins = [unlisted as unknown as (typeof DEFAULT_COINS)[number]];
  const empty = createNewsMarket({
    seed: 1,
    coins,
    model: { binance: new Map(), coinbase: new Map() },
  });
  expect(newestStories(empty, 'wire', TO, 40)).toEqual([]);
});

/** Spearman's: the correlation of ranks, ties at their mean. */
function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranks(a), ranks(b)];
  const middle = (x.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (const [i, rank] of x.entries()) {
    const other = (y[i] as number) - middle;
    xy += (rank - middle) * other;
    xx += (rank - middle) ** 2;
    yy += other ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}

function ranks(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (const [i, value] of sorted.entries()) {
    if (!first.has(value)) first.set(value, i + 1);
    last.set(value, i + 1);
  }
  return values.map((value) => ((first.get(value) ?? 0) + (last.get(value) ?? 0)) / 2);
}
