import type { Database } from '@tidemark/database/database';
import type { MarketKind } from '@tidemark/service/service-module';

/** The database that a backup is made of: one that nobody changes, or one that shows each transaction one moment. */
export interface BackupSource {
  market: MarketKind;
  database: Database;
  /** Of the instance; null: not known here. */
  secret: string | null;
  close(): Promise<void>;
}

/** Where a backup is brought to. */
export interface BackupTarget {
  database: Database;
  /** What came in is complete: closes, and makes it the instance's. */
  keep(): Promise<void>;
  /** Closes, and leaves nothing; not after `keep`. */
  abandon(): Promise<void>;
}

/** Where databases for backups are, in a topology. */
export interface BackupPlaces {
  /** @throws BackupError or DataDirError where there is none, or it cannot be had now */
  source(market: MarketKind | 'auto'): Promise<BackupSource>;
  /** The secret that is given for an instance; null: none. And where it has to be before the first start, in words. */
  secret(market: MarketKind): { given: string | null; place: string };
  /** @throws BackupError or DataDirError where something is there already */
  target(market: MarketKind): Promise<BackupTarget>;
}
