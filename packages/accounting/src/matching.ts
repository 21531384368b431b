import type { Book } from './book.ts';
import type { Leg } from './leg.ts';
import type { Holding } from './match.ts';

/** Matches what goes to what came, and writes what became of it into a book. */
export interface Matching {
  /** Legs come in order. */
  next(leg: Leg): void;
  /** As it stands, to go on by itself with another book. */
  copy(book: Book): Matching;
  /** Ends it, and tells what is left. */
  holdings(): Holding[];
}
