import type { Clock } from '@tidemark/clock/clock';
import { ServiceLink } from '@tidemark/service-calls/service-link';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Kysely } from 'kysely';
import PQueue from 'p-queue';
import type { PortfolioContext } from './context.ts';
import { IdempotentAnswers } from './idempotency/idempotent-answers.ts';
import { FileReader } from './imports/file-reader.ts';
import { ImportKeys } from './imports/import-keys.ts';
import { ImportStore } from './imports/import-store.ts';
import { ImportWork } from './imports/import-work.ts';
import { StagedFiles } from './imports/staged-files.ts';
import { departedOwners } from './owners/departed-owners.ts';
import { Ledgers } from './ledger/ledgers.ts';
import { LiveValues } from './live/live-values.ts';
import { appraiseBy } from './live/worth.ts';
import { MarketReader } from './market/market-reader.ts';
import { Market } from './market/market.ts';
import { PortfolioStore } from './portfolios/portfolio-store.ts';
import { PriceBooks } from './prices/price-books.ts';
import { ReportThread } from './report/report-thread.ts';
import { AssetSettingStore } from './settings/asset-settings.ts';
import type { PortfolioTables } from './tables.ts';
import { TargetStore } from './targets/target-store.ts';
import { TransactionStore } from './transactions/transaction-store.ts';
import { WatchlistStore } from './watchlists/watchlist-store.ts';
import { BookThread } from './valuation/book-thread.ts';
import { Valuations } from './valuation/valuations.ts';

/** Everything that the service is made of. */
export type PortfolioParts = ReturnType<typeof assemble>;

/** Builds the parts and ties them together; nothing is read or started. */
export function assemble(ctx: PortfolioContext, thread = new BookThread()) {
  const { database, bus, cache, clock, logger, config } = ctx;
  const db = database.as<PortfolioTables>();
  const linkTo = (service: string, origins: readonly string[] | undefined) =>
    new ServiceLink({ ...ctx, service, origins, key: config.IDENTITY_KEY });
  const link = linkTo('market-data', config.MARKET_DATA_URL);
  const users = linkTo('users', config.USERS_URL);
  const market = new Market({ reader: new MarketReader(link.ask), bus, clock, logger });
  const settings = new AssetSettingStore(db);
  const prices = new PriceBooks({ market, settings, clock });
  const ledgers = new Ledgers(db);
  const portfolios = new PortfolioStore(db, clock);
  const valuations = new Valuations({ ledgers, prices, thread, cache });
  const live = new LiveValues({
    ...{ bus, clock, logger, appraise: appraiseBy(valuations) },
    find: (ids) => portfolios.findAll(ids),
  });
  return {
    ...{ db, clock, logger, link, users, market, settings, prices, ledgers, thread },
    ...{ portfolios, valuations, live },
    transactions: new TransactionStore(db),
    targets: new TargetStore(db),
    watchlists: new WatchlistStore(db),
    answers: new IdempotentAnswers(db, clock),
    reports: new ReportThread(),
    departed: departedOwners({ db, clock, logger, ask: users.ask }),
    ...importParts({ db, clock, logger }),
  };
}

/** Files in: what stores them, and what reads them and puts them in, one at a time. */
function importParts(base: { db: Kysely<PortfolioTables>; clock: Clock; logger: Logger }) {
  const { db, clock } = base;
  const stores = {
    staged: new StagedFiles(db, clock),
    imports: new ImportStore(db, clock),
    keys: new ImportKeys(db),
    turns: new PQueue({ concurrency: 1 }),
  };
  const reader = new FileReader({ ...base, ...stores });
  return { ...stores, reader, work: new ImportWork({ ...base, ...stores }) };
}
