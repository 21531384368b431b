import { createHash } from 'node:crypto';
import type { Clock } from '@tidemark/clock/clock';
import type { Provenance } from '@tidemark/contracts/analytics';
import type {
  BreadthView,
  FearGreedView,
  RanksView,
  RegimesView,
} from '@tidemark/contracts/market-views';
import { needBars } from '../figures/period-bars.ts';
import { allLacking, isStale, type Origin } from '../figures/provenance.ts';
import type { AnswerCache } from '../kept/answer-cache.ts';
import type { CoinList } from '../market/coin-list.ts';
import type { KnownNews, MarketNews } from '../news/market-news.ts';
import type { ClosedSeries } from '../series/closed-series.ts';
import type { SeriesShelf } from '../series/series-shelf.ts';
import { breadth } from './breadth.ts';
import { dailyMarket, type DailyMarket } from './daily-market.ts';
import { FEAR_GREED_COMPONENTS } from './fear-greed-components.ts';
import { newsComponent } from './fear-greed-news.ts';
import { fearGreed } from './fear-greed.ts';
import { coinRanks } from './ranks.ts';
import { regimeOf } from './regime.ts';

/** Days that the views look back on: a year of ranks, of figures that themselves need two hundred days. */
const CALENDAR_DAYS = 800;

interface Parts {
  coins: CoinList;
  shelf: SeriesShelf;
  cache: AnswerCache;
  news: MarketNews;
  clock: Clock;
  simulated: boolean;
}

/** What a view is called, what else it was asked with, and what it is made of beside bars. */
interface Asked {
  metric: string;
  period?: string;
  beside?: string;
}

type Bare<V extends Provenance> = Omit<V, keyof Provenance>;

/**
 * What the market as a whole shows on the newest closed day. Every method throws TidemarkError INSUFFICIENT_DATA when no
 * coin has a closed day, and UPSTREAM_UNAVAILABLE or NOT_READY while market-data gives no answer.
 */
export class MarketAnswers {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  breadth(): Promise<BreadthView> {
    return this.#answer<BreadthView>({ metric: 'breadth' }, (market) => ({
      averages: [20, 50].map((period) => breadth(market, period)),
    }));
  }

  ranks(): Promise<RanksView> {
    return this.#answer<RanksView>({ metric: 'ranks' }, (market) => ({ coins: coinRanks(market) }));
  }

  /** Without news where sentiment does not tell them in time: the index never waits for them longer than a second. */
  async fearGreed(days: number): Promise<FearGreedView> {
    const known = await this.#parts.news.known();
    const parts = [...FEAR_GREED_COMPONENTS, newsComponent(known)];
    const news = newsView(known);
    const make = (market: DailyMarket) => {
      const shown = fearGreed(market, days, parts);
      return { latest: shown.at(-1) ?? null, days: shown, news };
    };
    const asked = { metric: 'fear-greed', period: `${days}d`, beside: fingerprintOf(known) };
    return { ...(await this.#answer<FearGreedView>(asked, make)), news };
  }

  regimes(): Promise<RegimesView> {
    return this.#answer<RegimesView>({ metric: 'regime' }, (market) => ({
      coins: market.coins.map((coin) => regimeOf(coin, market.times)),
    }));
  }

  async #answer<V extends Provenance>(
    { metric, period = 'day', beside = '' }: Asked,
    make: (market: DailyMarket) => Bare<V>,
  ): Promise<V> {
    const { shelf, coins, cache, clock, simulated } = this.#parts;
    const all = await Promise.all(
      (await coins.all()).map((coinId) => shelf.get(coinId, '1d').catch(() => null)),
    );
    const series = all.filter((one) => one !== null && one.newest !== null) as ClosedSeries[];
    needBars('A view of the market', series.length, 1);
    const fingerprint = series.map((one) => one.fingerprint).join('+') + beside;
    const name = { metric, coin: 'market', period, interval: '1d' as const, fingerprint };
    const answer = await cache.answer(name, () => {
      const lastDay = Math.max(...series.map(({ newest }) => newest ?? 0));
      const market = dailyMarket(series, lastDay, CALENDAR_DAYS);
      return { ...make(market), ...originOf(series, lastDay, all.length, metric) };
    });
    // Both halves together are the view; the type of one that is generic cannot be put together.
    return { ...answer, simulated, stale: isStale(answer, clock.now()) } as unknown as V;
  }
}

function newsView({ readAt, ageMs, absent }: KnownNews): FearGreedView['news'] {
  const age_seconds = ageMs === null ? null : Math.round(ageMs / 1_000);
  return { read_at: readAt, age_seconds, absent };
}

/** Of news: an answer that was made of others is made again. */
function fingerprintOf({ days, absent }: KnownNews): string {
  const figures = days.map(({ time, score, stories }) => [time, score, stories]);
  return ` ${createHash('sha256')
    .update(JSON.stringify([absent, figures]))
    .digest('base64')}`;
}

function originOf(
  series: readonly ClosedSeries[],
  lastDay: number,
  coins: number,
  formula: string,
): Origin {
  const known = series.filter(({ newest }) => newest === lastDay);
  const gaps = known.filter(({ bars }) => bars.at(bars.length - 1).gap).length;
  return {
    ...{ interval: '1d', samples: known.length, missing: coins - known.length, gaps, formula },
    lacking: allLacking(known.map(({ bars }) => bars.lackingFrom(bars.length - 1))),
    last_bar_time: lastDay,
  };
}
