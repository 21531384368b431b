import type { Database } from '@tidemark/database/database';
import type { MarketKind } from '@tidemark/service/service-module';
import type { BackupPlaces } from './backup-place.ts';

export interface ServerPlace {
  secret: string | undefined;
  /** Opens the market's database on the server, with patience for long statements. */
  open: (market: MarketKind) => Promise<Database>;
}

/** Backups of a database on a server, which any number of processes may run on. */
export function serverBackup({ secret, open }: ServerPlace): BackupPlaces {
  return {
    source: async (wanted) => {
      const market = wanted === 'simulated' ? 'simulated' : 'live';
      const database = await open(market);
      return { market, database, secret: secret ?? null, close: () => database.close() };
    },
    secret: () => ({ given: secret ?? null, place: 'in INSTANCE_SECRET of every process' }),
    target: async (market) => {
      const database = await open(market);
      const close = () => database.close();
      return { database, keep: close, abandon: close };
    },
  };
}
