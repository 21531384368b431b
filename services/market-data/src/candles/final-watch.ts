import { INTERVAL_MS, INTERVALS, type Interval } from '@tidemark/contracts/candle';
import type { Gap, ProductBook } from '../book/product-book.ts';
import { barTime } from '../book/bar.ts';
import { isConverted, isRate } from '../coins/rate-listings.ts';
import { FINAL_BOUND } from '../reading/consolidated-candle.ts';

/** Consolidated bars of a coin that open in the range became final, or changed with a venue that came late. */
export interface FinalChange {
  coinId: string;
  interval: Interval;
  range: Gap;
  /** Every venue has closed them in its turn: its own closing told of them. */
  inTurn: boolean;
}

/** What converts a coin's bars that are not in dollars: closed as a venue's own are. */
const RATE = 'rate';

/** What is known of a coin's bars: up to where they are final, and how far each book and the rate had closed. Epoch ms. */
interface Known {
  final: number;
  closed: Map<ProductBook | typeof RATE, number>;
}

export interface FinalWatchOptions {
  /** False for a product that its venue does not have. */
  expected(book: ProductBook): boolean;
  /** Up to where the minutes of the dollar rate are known to be closed, epoch ms; its own book may know more. */
  rateThrough(): number;
}

/**
 * Notices which consolidated bars became final, and which did, or changed, at a moment when no venue's own bar closed in its
 * turn: nobody would hear of those from the venues' candles. ADR 0020.
 */
export class FinalWatch {
  readonly #options: FinalWatchOptions;
  #coins = new Map<string, Known>();
  #rateThrough = 0;

  constructor(options: FinalWatchOptions) {
    this.#options = options;
  }

  /** Looks at the books that are owned, after what they closed was stored. */
  look(books: readonly ProductBook[]): FinalChange[] {
    const rate = books.find(({ listing }) => isRate(listing));
    this.#rateThrough = Math.max(this.#options.rateThrough(), rate?.finalThrough ?? 0);
    const coins = Map.groupBy(books, ({ listing }) => listing.coinId);
    const before = this.#coins;
    this.#coins = new Map();
    return [...coins].flatMap(([coinId, own]) => {
      const expected = own.filter((book) => this.#options.expected(book));
      const now = this.#knownOf(expected);
      this.#coins.set(coinId, now);
      const known = before.get(coinId);
      return known ? changes(coinId, known, now, this.#inTurn(expected)) : [];
    });
  }

  #knownOf(books: readonly ProductBook[]): Known {
    const through = Math.max(0, ...books.map((book) => book.finalThrough));
    const final = Math.max(this.#inTurn(books), through - FINAL_BOUND);
    const closed: Known['closed'] = new Map(books.map((book) => [book, book.finalThrough]));
    if (areConverted(books)) closed.set(RATE, this.#rateThrough);
    return { final, closed };
  }

  /** Up to where all have closed, epoch ms. */
  #inTurn(books: readonly ProductBook[]): number {
    const ends = books.map((book) => book.finalThrough);
    return Math.min(...ends, areConverted(books) ? this.#rateThrough : Infinity);
  }
}

function areConverted(books: readonly ProductBook[]): boolean {
  return books.some(({ listing }) => isConverted(listing));
}

/** `inTurn`: up to where every venue has closed, epoch ms: of bars until there its own closing told. */
function changes(coinId: string, before: Known, now: Known, inTurn: number): FinalChange[] {
  const result: FinalChange[] = [];
  const add = (from: number, to: number, inTurn: boolean) => {
    for (const interval of INTERVALS) {
      const range = { from: barTime(from, interval), to: barTime(to, interval) };
      if (range.from < range.to) result.push({ coinId, interval, range, inTurn });
    }
  };
  const isInTurn = now.final <= inTurn;
  // From nothing known, what closed before is history: the bars that end now are told.
  const from = isInTurn && before.final === 0 ? now.final - INTERVAL_MS['1m'] : before.final;
  if (now.final > before.final) add(from, now.final, isInTurn);
  for (const [part, closed] of now.closed) {
    const since = before.closed.get(part);
    // Of a book's beginning its history tells.
    if (since && closed > since && since < before.final)
      add(since, Math.min(closed, before.final), false);
  }
  return result;
}
