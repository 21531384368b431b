import { hash3, hashText, Random } from '../model/random.ts';
import { FIRMS } from './firms.ts';
import { type EventKind, EVENTS, type Incident, type Sign } from './incident.ts';
import { changeOver, HOUR_MS, incidentId, startPrice } from './incident-hour.ts';
import type { NewsCoin, NewsMarket } from './news-market.ts';

/** Of all coins together, on average. */
const EVENTS_PER_HOUR = 1.1;
const MOST_CHANCE = 0.5;
/** Share of events that say neither good nor bad. */
const NEUTRAL_SHARE = 0.2;
/** How much more likely good than bad is, in logits, after a rise by a usual day's standard deviation. */
const LEANING = 1.6;

const KINDS = Object.keys(EVENTS) as EventKind[];
const KINDS_BY_SIGN = new Map<Sign, EventKind[]>(
  ([-1, 0, 1] as const).map((sign) => [sign, KINDS.filter((kind) => EVENTS[kind].sign === sign)]),
);

/**
 * What happens within `hour` (hours since the epoch) at seeded times: to each coin by its share of what is written. Whether it is
 * good leans the way that the coin went over the 24 hours before the hour; nothing after the hour's beginning is read.
 */
export function eventIncidents(market: NewsMarket, hour: number): Incident[] {
  return market.coins.flatMap((coin) => {
    const key = hash3(market.seed, hashText(`events ${coin.coin.id}`), 6);
    const random = new Random(key, hour, 0);
    if (random.next() >= Math.min(MOST_CHANCE, EVENTS_PER_HOUR * coin.share)) return [];
    const price = startPrice(coin, hour);
    return price > 0 ? [eventOf(coin, hour, price, random)] : [];
  });
}

function eventOf(coin: NewsCoin, hour: number, price: number, random: Random): Incident {
  const change24h = changeOver(coin, hour, 24);
  const move = change24h ?? 0;
  const kinds = KINDS_BY_SIGN.get(signAfter(move / coin.sigma, random)) ?? KINDS;
  const kind = oneOf(kinds, random);
  return {
    id: incidentId(hour, coin.coin, kind),
    kind,
    coin: coin.coin,
    time: hour * HOUR_MS + 1000 * random.below(HOUR_MS / 1000),
    price,
    change24h,
    move,
    level: price,
    firm: oneOf<string>(FIRMS[EVENTS[kind].firm], random),
    millions: 2 + random.below(118),
  };
}

/** `sigmas`: the coin's return in usual standard deviations. */
function signAfter(sigmas: number, random: Random): Sign {
  const [neutral, leaning] = [random.next(), random.next()];
  if (neutral < NEUTRAL_SHARE) return 0;
  return leaning < 1 / (1 + Math.exp(-LEANING * sigmas)) ? 1 : -1;
}

function oneOf<T>(values: readonly T[], random: Random): T {
  return values[random.below(values.length)] as T;
}
