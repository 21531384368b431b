import { breadthShares } from './breadth.ts';
import { aboveByDay, meanByDay, volatilityByDay, type ByDay } from './by-day.ts';
import { coinOf, type DailyCoin, type DailyMarket } from './daily-market.ts';

const LEADER = 'bitcoin';

/** One thing that the index looks at. */
export interface FearGreedComponent {
  readonly name: string;
  /** For people. */
  readonly measures: string;
  /** Its part of the index; all together, the news among them, are 100. */
  readonly weight: number;
  /** Whether a high figure is a sign of greed or of fear. */
  readonly highMeans: 'greed' | 'fear';
  /** Whether the index is as well known without it. */
  readonly isOptional?: true;
  /** How high a figure is on its own scale, 0 to 1; left out: where it stands within its year. */
  readonly partOf?: (figure: number) => number;
  /** Why there is no figure of the day that opens at `time`, epoch ms, in a sentence. */
  readonly whyUnknown?: (time: number) => string;
  figures(market: DailyMarket): ByDay;
}

/**
 * The index's parts that are made of prices and volumes: 25, 25, 20, 15 and 15 of what the news leave of 100. All weights
 * are whole quarters, which doubles add up exactly.
 */
export const FEAR_GREED_COMPONENTS: readonly FearGreedComponent[] = [
  {
    name: 'volatility',
    measures: "Bitcoin's realized volatility over 30 days, a year's fraction",
    weight: 21.25,
    highMeans: 'fear',
    figures: (market) =>
      ofLeader(market, ({ closes }) => volatilityByDay(closes, market.times, 30)),
  },
  {
    name: 'momentum',
    measures: 'How far Bitcoin closes above its 125-day average, as a fraction',
    weight: 21.25,
    highMeans: 'greed',
    figures: (market) =>
      ofLeader(market, ({ closes }) => aboveByDay(closes, meanByDay(closes, 125))),
  },
  {
    name: 'breadth',
    measures: 'Share of coins that close above their 50-day average',
    weight: 17,
    highMeans: 'greed',
    figures: (market) => breadthShares(market, 50),
  },
  {
    name: 'volume',
    measures: "Share of Bitcoin's volume of the last 30 days that was traded on days that rose",
    weight: 12.75,
    highMeans: 'greed',
    figures: (market) => ofLeader(market, (coin) => risingVolumeShare(coin, 30)),
  },
  {
    name: 'drawdown',
    measures: 'How far Bitcoin closes below its highest close of 365 days, as a fraction',
    weight: 12.75,
    highMeans: 'fear',
    figures: (market) => ofLeader(market, ({ closes }) => belowHighest(closes, 365)),
  },
];

function ofLeader(market: DailyMarket, figures: (coin: DailyCoin) => ByDay): ByDay {
  const leader = coinOf(market, LEADER);
  return leader ? figures(leader) : market.times.map(() => null);
}

/** Of the last `period` days that have a bar and one the day before: what was traded on those that closed higher. */
function risingVolumeShare({ closes, volumes }: DailyCoin, period: number): ByDay {
  const change = closes.map((close, day) => {
    const before = closes[day - 1] ?? null;
    return close === null || before === null ? null : close - before;
  });
  const traded = change.map((value, day) => (value === null ? null : (volumes[day] ?? null)));
  const rising = traded.map((volume, day) => {
    if (volume === null) return null;
    return (change[day] ?? 0) > 0 ? volume : 0;
  });
  const [part, whole] = [meanByDay(rising, period), meanByDay(traded, period)];
  return part.map((volume, day) => {
    const all = whole[day] ?? 0;
    return volume === null || all === 0 ? null : volume / all;
  });
}

/** 1 − close / highest of the last `period` closes that exist. */
function belowHighest(closes: ByDay, period: number): ByDay {
  const known: number[] = [];
  return closes.map((close) => {
    if (close === null) return null;
    known.push(close);
    if (known.length < period) return null;
    return 1 - close / Math.max(...known.slice(-period));
  });
}
