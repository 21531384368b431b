import { DAY_MS, MINUTE_MS } from '../model/levels.ts';
import { hash3, hashText, Random } from '../model/random.ts';
import type { Incident, MarketKind } from './incident.ts';
import { changeOver, HOUR_MS, incidentId, startPrice } from './incident-hour.ts';
import type { NewsBar, NewsCoin, NewsMarket } from './news-market.ts';

/** An hour's move is told of from so many usual standard deviations on, and from so much on. */
const HOUR_SIGMAS = 3.4;
const LEAST_HOUR_MOVE = 0.01;
/** The same of a day's. */
const DAY_SIGMAS = 1.5;
const LEAST_DAY_MOVE = 0.02;
/** Below so much of a usual day's standard deviation a day was calm. */
const CALM_SIGMAS = 0.2;
/** When the whole market moves, so many coins are told of. */
const MOST_OF_A_KIND = 2;
const MONTH_DAYS = 30;

interface Candidate {
  coin: NewsCoin;
  kind: MarketKind;
  move: number;
  level?: number;
  /** How remarkable it is beside others of its kind. */
  weight: number;
}

/**
 * What the market's candles tell at the beginning of `hour` (hours since the epoch): moves of the hour before, new highs and
 * lows of 30 days, and after midnight UTC moves of the day before. Nothing after the hour's beginning is read.
 */
export function marketIncidents(market: NewsMarket, hour: number): Incident[] {
  const at = hour * HOUR_MS;
  const candidates = market.coins.flatMap((coin) => candidatesOf(coin, at));
  const midnight = at % DAY_MS === 0 ? market.coins.flatMap((coin) => ofTheDay(coin, at)) : [];
  return [...mostOf([...candidates, ...midnight])].map((candidate) =>
    incidentOf(market.seed, candidate, hour),
  );
}

function candidatesOf(coin: NewsCoin, at: number): Candidate[] {
  const bar = coin.bar(at - HOUR_MS, at);
  if (!bar) return [];
  const extreme = monthExtreme(coin, bar, at);
  const bound = Math.max(LEAST_HOUR_MOVE, (HOUR_SIGMAS * coin.sigma) / Math.sqrt(24));
  const move = bar.close / bar.open - 1;
  if (Math.abs(move) < bound) return extreme;
  const kind = move > 0 ? 'hourRise' : 'hourFall';
  return [...extreme, { coin, kind, move, weight: Math.abs(move) / bound }];
}

/** A first high or low of 30 days: those within a day of one before it are part of the same climb. */
function monthExtreme(coin: NewsCoin, bar: NewsBar, at: number): Candidate[] {
  const day = coin.bar(at - HOUR_MS - DAY_MS, at - HOUR_MS);
  if (!day || (bar.high <= day.high && bar.low >= day.low)) return [];
  const begin = (Math.floor(at / DAY_MS) - MONTH_DAYS) * DAY_MS;
  const month = coin.bar(begin, at - HOUR_MS - DAY_MS);
  if (!month) return [];
  const shared = { coin, move: bar.close / bar.open - 1, weight: coin.share };
  if (bar.high > month.high && day.high <= month.high && bar.high > day.high) {
    return [{ ...shared, kind: 'monthHigh', level: bar.high }];
  }
  if (bar.low < month.low && day.low >= month.low && bar.low < day.low) {
    return [{ ...shared, kind: 'monthLow', level: bar.low }];
  }
  return [];
}

function ofTheDay(coin: NewsCoin, midnight: number): Candidate[] {
  const bar = coin.bar(midnight - DAY_MS, midnight);
  if (!bar) return [];
  const move = bar.close / bar.open - 1;
  const bound = Math.max(LEAST_DAY_MOVE, DAY_SIGMAS * coin.sigma);
  if (Math.abs(move) < CALM_SIGMAS * coin.sigma) {
    return [{ coin, kind: 'calmDay', move, weight: coin.share }];
  }
  if (Math.abs(move) < bound) return [];
  const kind = move > 0 ? 'dayRise' : 'dayFall';
  return [{ coin, kind, move, weight: Math.abs(move) / bound }];
}

/** The most remarkable of each kind. */
function* mostOf(candidates: readonly Candidate[]): Generator<Candidate> {
  for (const kind of new Set(candidates.map((candidate) => candidate.kind))) {
    const same = candidates.filter((candidate) => candidate.kind === kind);
    yield* same.sort((a, b) => b.weight - a.weight).slice(0, MOST_OF_A_KIND);
  }
}

function incidentOf(seed: number, { coin, kind, move, level }: Candidate, hour: number): Incident {
  const id = incidentId(hour, coin.coin, kind);
  const random = new Random(hash3(seed, hashText('market news'), 6), hour, hashText(id));
  const price = startPrice(coin, hour);
  return {
    id,
    kind,
    coin: coin.coin,
    time: hour * HOUR_MS + MINUTE_MS + 1000 * random.below(240),
    price,
    change24h: changeOver(coin, hour, 24),
    move,
    level: level ?? price,
    firm: '',
    millions: 0,
  };
}
