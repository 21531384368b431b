import { SingleFlight } from '@tidemark/waiting/single-flight';
import type { Kysely } from 'kysely';
import type { PortfolioRow } from '../portfolios/portfolio.ts';
import type { PortfolioTables } from '../tables.ts';
import { keepNewest } from './keep-newest.ts';
import type { Ledger } from './ledger.ts';
import { loadLedger } from './load-ledger.ts';

/** Transactions of ledgers that are kept. */
const MOST_KEPT = 300_000;

/** Ledgers of portfolios. What was read stays, as long as there is room; of an edit only what it can have touched is read. */
export class Ledgers {
  readonly #db: Kysely<PortfolioTables>;
  readonly #kept = new Map<string, Ledger>();
  readonly #reading = new Map<string, SingleFlight<Ledger>>();

  constructor(db: Kysely<PortfolioTables>) {
    this.#db = db;
  }

  /** As new as the row or newer. @throws TidemarkError RESOURCE_NOT_FOUND */
  async of({
    id,
    ledger_version: wanted,
  }: Pick<PortfolioRow, 'id' | 'ledger_version'>): Promise<Ledger> {
    for (;;) {
      const known = this.#kept.get(id);
      if (known && known.version >= wanted) return this.#keep(known);
      await this.#read(id, known ?? null);
    }
  }

  async #read(id: string, known: Ledger | null): Promise<void> {
    const reading = this.#reading.get(id) ?? new SingleFlight<Ledger>();
    this.#reading.set(id, reading);
    try {
      this.#keep(await reading.run(() => loadLedger(this.#db, id, known)));
    } finally {
      this.#reading.delete(id);
    }
  }

  #keep(ledger: Ledger): Ledger {
    this.#kept.delete(ledger.portfolioId);
    this.#kept.set(ledger.portfolioId, ledger);
    keepNewest(this.#kept, MOST_KEPT, ({ transactions }) => transactions.length);
    return ledger;
  }
}
