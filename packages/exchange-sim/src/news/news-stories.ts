import { hash3, hashText, Random } from '../model/random.ts';
import { eventIncidents } from './event-incidents.ts';
import { headlineOf, summaryOf } from './headline.ts';
import { HOUR_MS, hourOfId } from './incident-hour.ts';
import { type Incident, signOf } from './incident.ts';
import { marketIncidents } from './market-incidents.ts';
import type { NewsMarket } from './news-market.ts';
import { OUTLETS } from './outlets.ts';
import type { OutletId } from '../outlet-ids.ts';
import type { SimulatedStory } from './simulated-story.ts';

/** How likely each outlet beside the first tells of an incident too. */
const ALSO_TOLD = 0.4;
/** The first outlet tells within so many seconds, the others within so many after that. */
const FIRST_DELAY_S = 120;
const OTHER_DELAY_S = 1500;
/** A story comes so long after the hour's end at most, ms. */
const LATEST_MS = (FIRST_DELAY_S + OTHER_DELAY_S) * 1000;
/** How far back the newest stories are looked for. */
const MOST_HOURS_BACK = 30 * 24;

/**
 * Stories with from <= time < to (epoch ms), oldest first: a pure function of (seed, coins, rate) and time. A story depends on the
 * market before it alone, up to the hour that its incident is in.
 */
export function storiesBetween(market: NewsMarket, from: number, to: number): SimulatedStory[] {
  const stories: SimulatedStory[] = [];
  for (let hour = hourOf(from - LATEST_MS); hour * HOUR_MS < to; hour += 1) {
    stories.push(...ofHour(market, hour));
  }
  return stories.filter(({ time }) => time >= from && time < to).sort(byTime);
}

/** The newest stories of an outlet at `now`, newest first. */
export function newestStories(
  market: NewsMarket,
  outlet: OutletId,
  now: number,
  count: number,
): SimulatedStory[] {
  const stories: SimulatedStory[] = [];
  // An hour further than is needed: its stories may come later than some of the next hour's.
  let enough = false;
  for (let hour = hourOf(now); !enough && hour > hourOf(now) - MOST_HOURS_BACK; hour -= 1) {
    enough = stories.length >= count;
    const own = ofHour(market, hour).filter((story) => story.outlet === outlet);
    stories.push(...own.filter(({ time }) => time <= now));
  }
  return stories.sort((a, b) => byTime(b, a)).slice(0, count);
}

/** The story of an id, once it is out at `now`. */
export function storyOf(market: NewsMarket, id: string, now: number): SimulatedStory | undefined {
  const hour = hourOfId(id);
  if (hour === undefined || hour > hourOf(now)) return undefined;
  return ofHour(market, hour).find((story) => story.id === id && story.time <= now);
}

function hourOf(time: number): number {
  return Math.floor(time / HOUR_MS);
}

/** Stories of what happened in an hour. */
function ofHour(market: NewsMarket, hour: number): readonly SimulatedStory[] {
  return market.hours.get(hour, () =>
    [...marketIncidents(market, hour), ...eventIncidents(market, hour)].flatMap((incident) =>
      told(market.seed, incident, hour),
    ),
  );
}

/** The stories of an incident: one outlet is first, others may follow minutes later. */
function told(seed: number, incident: Incident, hour: number): SimulatedStory[] {
  const random = new Random(hash3(seed, hashText('telling'), 6), hour, hashText(incident.id));
  const first = random.below(OUTLETS.length);
  const out = incident.time + 1000 * random.below(FIRST_DELAY_S);
  return OUTLETS.flatMap((outlet, i): SimulatedStory[] => {
    const [chance, wording] = [random.next(), random.next()];
    const after = 1000 * (1 + random.below(OTHER_DELAY_S));
    if (i !== first && chance >= ALSO_TOLD) return [];
    return [
      {
        id: `${incident.id}.${outlet.id}`,
        incident: incident.id,
        outlet: outlet.id,
        time: i === first ? out : out + after,
        title: headlineOf(incident, outlet, wording),
        summary: summaryOf(incident, outlet),
        sign: signOf(incident.kind),
        coinId: incident.coin.id,
      },
    ];
  });
}

function byTime(a: SimulatedStory, b: SimulatedStory): number {
  return a.time - b.time || (a.id < b.id ? -1 : 1);
}
