import { ServiceLink } from '@tidemark/service-calls/service-link';
import { KeptAnswers } from './answers/kept-answers.ts';
import { Trends } from './answers/trends.ts';
import { ArticleTaker } from './articles/article-taker.ts';
import { Opinions } from './articles/opinions.ts';
import { Rescoring } from './articles/rescoring.ts';
import type { SentimentContext } from './context.ts';
import { DocumentFetcher } from './fetching/document-fetcher.ts';
import { OwnScorer } from './scoring/own-scorer.ts';
import { SourceChanges } from './sources/source-changes.ts';
import { SourceReader } from './sources/source-reader.ts';
import { SourceStore } from './sources/source-store.ts';
import type { SentimentTables } from './tables.ts';
import { NewsBoard } from './weighing/news-board.ts';
import { SentimentStore } from './weighing/sentiment-store.ts';
import { SentimentTeller } from './weighing/sentiment-teller.ts';
import { TellerLease } from './weighing/teller-lease.ts';

/** Everything that the service is made of. */
export type SentimentParts = ReturnType<typeof assemble>;

/** Builds the parts and ties them together; nothing is read or started. */
export function assemble(ctx: SentimentContext) {
  const { database, bus, cache, clock, logger, config } = ctx;
  const db = database.as<SentimentTables>();
  const market = new ServiceLink({
    ...ctx,
    service: 'market-data',
    origins: config.MARKET_DATA_URL,
    key: config.IDENTITY_KEY,
  });
  const scorer = new OwnScorer();
  const store = new SentimentStore(db);
  const teller = new SentimentTeller({ bus, clock, logger });
  const board = new NewsBoard({
    ...{ db, clock, logger, store, teller, model: scorer.name },
    simulated: ctx.market === 'simulated',
    lease: new TellerLease(db, ctx.process.name),
  });
  const taker = new ArticleTaker({ db, clock, scorer });
  const fetcher = new DocumentFetcher(clock);
  const sources = new SourceStore(db, clock);
  const onNews = () => void board.look();
  return {
    ...{ db, clock, logger, config, market, store, teller, board, fetcher, sources },
    reader: new SourceReader({
      ...{ clock, logger, config, sources, fetcher, taker, onNews },
      simulated: ctx.market === 'simulated',
    }),
    changes: new SourceChanges(db),
    rescoring: new Rescoring({ db, clock, logger, scorer }),
    opinions: new Opinions(db),
    trends: new Trends({ store, clock, ask: market.ask, kept: new KeptAnswers(cache) }),
  };
}
