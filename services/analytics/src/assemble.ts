import { ServiceLink } from '@tidemark/service-calls/service-link';
import type { Context } from '@tidemark/service/service-module';
import { Answers } from './answers/answers.ts';
import { Backtests } from './answers/backtests.ts';
import type { AnalyticsConfig } from './config.ts';
import { DailyKeeper } from './daily/daily-keeper.ts';
import { DailyStore } from './daily/daily-store.ts';
import { HeavyWork } from './heavy/heavy-work.ts';
import { AnswerCache } from './kept/answer-cache.ts';
import { Popularity } from './kept/popularity.ts';
import { Warming } from './kept/warming.ts';
import { MarketAnswers } from './market-views/market-answers.ts';
import { CoinList } from './market/coin-list.ts';
import { MarketClock } from './market/market-clock.ts';
import { MarketReader } from './market/market-reader.ts';
import { MarketNews } from './news/market-news.ts';
import { NewsReader } from './news/news-reader.ts';
import { isKept, SeriesShelf } from './series/series-shelf.ts';
import { OwnedCoins } from './updates/owned-coins.ts';
import { UpdateTeller } from './updates/update-teller.ts';

/** What the service is given. */
export type AnalyticsContext = Context<'database' | 'cache' | 'bus', AnalyticsConfig>;

/** Everything that analytics is made of. */
export type AnalyticsParts = ReturnType<typeof assemble>;

/** Builds the parts and ties them together; nothing is read or started. */
export function assemble(ctx: AnalyticsContext) {
  const linkTo = (service: string, origins: readonly string[] | undefined) =>
    new ServiceLink({ ...ctx, service, origins, key: ctx.config.IDENTITY_KEY });
  const market = linkTo('market-data', ctx.config.MARKET_DATA_URL);
  const sentiment = linkTo('sentiment', ctx.config.SENTIMENT_URL);
  // Who asks is signed by this machine's clock; how late a bar is, by the market's.
  const clock = new MarketClock(ctx.clock);
  const reader = new MarketReader(market.ask);
  const coins = new CoinList(reader, clock);
  const shelf = new SeriesShelf({ ...ctx, clock, reader });
  const heavy = new HeavyWork();
  const followers = following(ctx, shelf);
  const popularity = new Popularity(clock);
  const shared = {
    ...{ coins, shelf, reader, heavy, clock },
    cache: new AnswerCache(ctx.cache),
    simulated: ctx.market === 'simulated',
  };
  const answers = new Answers({ ...shared, asked: (coinId) => popularity.count(coinId) });
  // What is worked out ahead makes no coin more popular.
  const ahead = new Answers(shared);
  const newsReader = new NewsReader(sentiment.ask);
  const news = new MarketNews(newsReader, ctx.clock);
  const marketAnswers = new MarketAnswers({ ...shared, news });
  const backtests = new Backtests({ ...shared, newsReader });
  const warming = new Warming({
    ...{ coins, shelf, popularity, clock, logger: ctx.logger },
    count: ctx.config.ANALYTICS_WARM_COINS,
    usual: (coinId) => ahead.usual(coinId),
  });
  shelf.onChange((series) => warming.take(series));
  const links = { market, sentiment };
  return { ...shared, ...followers, ...links, answers, marketAnswers, backtests, warming };
}

/** What happens when bars close, beside answering: updates on the bus, daily metrics in the database. */
function following(ctx: AnalyticsContext, shelf: SeriesShelf) {
  const { bus, clock, logger } = ctx;
  const owned: OwnedCoins = new OwnedCoins(bus, () => {
    teller.tellAll();
    for (const series of shelf.all()) daily.take(series);
  });
  const owns = (coinId: string): boolean => owned.owns(coinId);
  const store = new DailyStore(ctx.database);
  const daily = new DailyKeeper({ store, clock, logger, owns });
  const simulated = ctx.market === 'simulated';
  const teller = new UpdateTeller({ bus, logger, simulated, owns });
  shelf.onChange((series, change) => {
    if (isKept(series.interval)) teller.take(series, change);
    daily.take(series);
  });
  return { owned, store, daily, teller };
}
