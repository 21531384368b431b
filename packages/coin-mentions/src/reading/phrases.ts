import { GAP } from './gaps.ts';
import type { Words } from './words.ts';

interface Node<T> {
  next: Map<string, Node<T>> | null;
  entries: T[];
}

/** What was found, and how many words it takes. */
export interface Found<T> {
  readonly entries: readonly T[];
  readonly length: number;
}

/** What may stand between the words of one phrase besides blanks. */
const WITHIN_PHRASE = GAP.hyphen | GAP.dot;

/** Phrases of one or more words, by which a text is walked once. */
export class Phrases<T> {
  readonly #root = new Map<string, Node<T>>();

  /** A phrase is words in lower case with a blank between each. */
  add(phrase: string, entry: T): void {
    let nodes = this.#root;
    const words = phrase.split(' ');
    for (const [i, word] of words.entries()) {
      let node = nodes.get(word);
      if (node === undefined) nodes.set(word, (node = { next: null, entries: [] }));
      if (i === words.length - 1) node.entries.push(entry);
      else nodes = node.next ??= new Map<string, Node<T>>();
    }
  }

  /** All phrases that begin with that word of the text, the longest first. */
  at({ words, gaps }: Words, start: number): Found<T>[] {
    let node = this.#root.get(words[start] ?? '');
    if (node === undefined) return [];
    const found: Found<T>[] = [];
    for (let length = 1; node !== undefined; length += 1) {
      if (node.entries.length > 0) found.unshift({ entries: node.entries, length });
      const goesOn = ((gaps[start + length] ?? GAP.stop) & ~WITHIN_PHRASE) === 0;
      node = goesOn ? node.next?.get(words[start + length] ?? '') : undefined;
    }
    return found;
  }
}
