import { COMMON_SHARES } from './common-words.ts';

/** How much a term tells: the natural logarithm of how rare it is, above 0. */
export interface Idf {
  weightOf: (term: string) => number;
}

/** The share of headlines with a word of which nothing is known. */
const RARE_SHARE = 0.001;
/** What is built in counts as much as that many headlines. */
const BUILT_IN = 1_000;
/** Of a term that every headline has. */
const LEAST_WEIGHT = 0.05;

/** Learnt from the headlines that it is told, on top of what is built in. */
export class LearntIdf implements Idf {
  readonly #counts = new Map<string, number>();
  /** Logarithms of how many headlines have a term, those that are built in among them: asked for much more often than they change. */
  readonly #having = new Map<string, number>();
  #headlines = 0;
  #all = Math.log(BUILT_IN);

  add(terms: readonly string[]): void {
    this.#count(terms, 1);
  }

  /** Takes back what was added. */
  remove(terms: readonly string[]): void {
    this.#count(terms, -1);
  }

  weightOf(term: string): number {
    const having = this.#having.get(term) ?? logHaving(term, 0);
    return Math.max(this.#all - having, LEAST_WEIGHT);
  }

  #count(terms: readonly string[], change: number): void {
    this.#headlines += change;
    this.#all = Math.log(this.#headlines + BUILT_IN);
    for (const term of terms) {
      const count = (this.#counts.get(term) ?? 0) + change;
      if (count > 0) {
        this.#counts.set(term, count);
        this.#having.set(term, logHaving(term, count));
      } else {
        this.#counts.delete(term);
        this.#having.delete(term);
      }
    }
  }
}

function logHaving(term: string, count: number): number {
  return Math.log(count + BUILT_IN * (COMMON_SHARES.get(term) ?? RARE_SHARE));
}
