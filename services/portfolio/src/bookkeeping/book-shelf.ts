import { keepNewest } from '../ledger/keep-newest.ts';
import { indexAt } from '../ledger/ledger.ts';
import type { Entry } from './entry.ts';
import { OpenedBooks } from './opened-books.ts';
import type { LacksLedger, LedgerTail, Question } from './question.ts';

/** Transactions of which ledgers and books are kept, each. */
const MOST_KEPT = 300_000;

interface KeptLedger {
  readonly version: number;
  readonly entries: readonly Entry[];
  /** Its last edit: the version before it, and the time from which it may differ from that. */
  readonly edit: { readonly after: number; readonly since: number } | null;
}

/** Ledgers and the books made of them, as many as there is room for: what was used last stays. */
export class BookShelf {
  readonly #ledgers = new Map<string, KeptLedger>();
  readonly #books = new Map<string, OpenedBooks>();

  /** The books that a question is about; opens them where they are not open. */
  booksFor({ of, prices, ledger }: Question<unknown>): OpenedBooks | LacksLedger {
    if (ledger) this.#take(ledger);
    const place = [of.portfolioId, of.method].join(' ');
    const opened = this.#books.get(place);
    if (opened?.areThose(of, prices)) return this.#use(place, opened);
    const known = this.#ledgers.get(of.portfolioId);
    if (known?.version !== of.ledgerVersion) return { lacksLedgerSince: known?.version ?? null };
    const since = opened ? editedSince(opened, known) : -Infinity;
    const tail = known.entries.slice(indexAt(known.entries, since));
    const next = opened?.after(of, since, tail, prices);
    return this.#use(place, next ?? OpenedBooks.open(of, known.entries, prices));
  }

  #take(tail: LedgerTail): void {
    const { portfolioId, version, after, since } = tail;
    const known = this.#ledgers.get(portfolioId);
    const added = tail.transactions.map((each, i) => ({ ...each, id: tail.ids[i] ?? '' }));
    const isEnd = after !== null && known?.version === after;
    const before = isEnd ? known.entries.slice(0, indexAt(known.entries, since)) : [];
    this.#ledgers.delete(portfolioId);
    this.#ledgers.set(portfolioId, {
      ...{ version, entries: [...before, ...added] },
      edit: isEnd ? { after, since } : null,
    });
    keepNewest(this.#ledgers, MOST_KEPT, ({ entries }) => entries.length);
  }

  #use(place: string, opened: OpenedBooks): OpenedBooks {
    this.#books.delete(place);
    this.#books.set(place, opened);
    keepNewest(this.#books, MOST_KEPT, ({ books }) => books.transactions.length);
    return opened;
  }
}

/** The time from which a ledger may differ from the one that books were made of; -Infinity: nobody knows. */
function editedSince({ of }: OpenedBooks, { version, edit }: KeptLedger): number {
  if (of.ledgerVersion === version) return Infinity;
  return edit?.after === of.ledgerVersion ? edit.since : -Infinity;
}
