import type { BookWrite } from '../store/book-writer.ts';
import type { BarRow, ProductBook } from '../book/product-book.ts';
import type { Claim } from '../claims/claim.ts';

/** What was taken out of the books and is not stored yet; it stays here while the store fails. */
export class PendingWrites {
  readonly #writes = new Map<ProductBook, BookWrite>();

  /** Takes out of a book what it has to store and adds it to what waits: newer bars replace older ones. */
  take(claim: Claim, book: ProductBook): void {
    const taken = book.dirty ? book.take() : null;
    if (!taken) return;
    const earlier = this.#writes.get(book);
    this.#writes.set(book, {
      claim,
      listing: book.listing,
      snapshot: taken.snapshot,
      rows: earlier ? newestOf(earlier.rows, taken.rows) : taken.rows,
      gaps: earlier ? [...earlier.gaps, ...taken.gaps] : taken.gaps,
    });
  }

  all(): BookWrite[] {
    return [...this.#writes.values()];
  }

  /** Gives up what was to be written under a claim. */
  drop(claim: Claim): void {
    for (const [book, write] of this.#writes) if (write.claim === claim) this.#writes.delete(book);
  }

  clear(): void {
    this.#writes.clear();
  }
}

function newestOf(earlier: readonly BarRow[], later: readonly BarRow[]): BarRow[] {
  const rows = new Map<string, BarRow>();
  for (const row of [...earlier, ...later]) rows.set(`${row.interval} ${row.bar.time}`, row);
  return [...rows.values()];
}
