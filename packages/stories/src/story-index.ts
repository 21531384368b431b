import { READ_LENGTH, readHeadline, type Headline } from './headline.ts';
import { LearntIdf } from './idf.ts';
import { compare, mostFor, SAME_STORY } from './similarity.ts';

/** A headline that is to be put to its story. */
export interface StoryItem {
  readonly id: string;
  readonly title: string;
  /** When it was published, in ms since 1970. One far in the future makes the index forget the rest: who adds it sees to that. */
  readonly time: number;
  /** Slugs of the coins that it is about; those that the title names need not be among them. */
  readonly coins: readonly string[];
  /** What it says: bad, neither, good. */
  readonly sign: -1 | 0 | 1;
}

export interface StoryIndexOptions {
  /** So long before the newest an item is forgotten, in ms; 48 hours. */
  readonly windowMs?: number;
  /** So many items are kept; 20,000. Beyond that the oldest are forgotten. */
  readonly mostItems?: number;
}

interface Story {
  readonly id: string;
  /** Of its first item that had one; an item of the opposite sign never joins. */
  sign: number;
}

/** A text and the items that have it, in the order of the index: compared once, however often it comes. */
interface Text {
  readonly key: string;
  readonly headline: Headline;
  readonly items: Kept[];
}

interface Kept {
  readonly id: string;
  readonly time: number;
  readonly text: Text;
  readonly story: Story;
}

const HOUR = 3_600_000;
const BISECTIONS = 40;
/** For squares that differ by how they were added up. */
const ROUNDING = 1e-9;
/** With so many texts an item is compared, and of one text's items so many are asked for their sign. */
const MOST_COMPARED = 200;

/** The least part of a headline's squared weights that another is to share to be of its story, whatever the rest says. */
function leastShared(): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < BISECTIONS; i += 1) {
    const middle = (low + high) / 2;
    if (mostFor(middle) < SAME_STORY) low = middle;
    else high = middle;
  }
  return low * low - ROUNDING;
}

const LEAST = leastShared();

/**
 * Puts headlines to stories: an item belongs to the story of the item that is most similar, if it is similar enough, else to a new one that
 * bears its id. What is common is learnt from the items that are kept. The same items in the same order give the same stories; in another
 * order they may not where an item is similar enough to two stories, which are not joined by it, or to an item that came later.
 *
 * An item is compared with 200 texts at most, those that share most with it by how rare it is, and of items with one text the first 200
 * count. Below these numbers the answer is that of comparing with all.
 */
export class StoryIndex {
  readonly #windowMs: number;
  readonly #mostItems: number;
  readonly #idf = new LearntIdf();
  readonly #byId = new Map<string, Kept>();
  readonly #byText = new Map<string, Text>();
  readonly #byTerm = new Map<string, Set<Text>>();
  /** From the oldest to the newest, and by id among those of one time. */
  readonly #byTime: Kept[] = [];

  constructor({ windowMs = 48 * HOUR, mostItems = 20_000 }: StoryIndexOptions = {}) {
    this.#windowMs = windowMs;
    this.#mostItems = mostItems;
  }

  /** How many items are kept. */
  get size(): number {
    return this.#byId.size;
  }

  /**
   * The id of the story that an item belongs to. An id that is kept already answers as it did and changes nothing. An item that is too old
   * to be kept is a story of its own. Throws a RangeError where the time is no number.
   */
  add({ id, title, time, coins, sign }: StoryItem): string {
    if (!Number.isFinite(time)) throw new RangeError(`time of ${id}: ${time}`);
    const known = this.#byId.get(id);
    if (known !== undefined) return known.story.id;
    const newest = this.#byTime.at(-1)?.time ?? time;
    if (time < newest - this.#windowMs) return id;
    this.#forgetBefore(time - this.#windowMs);
    const text = this.#textOf(title, coins);
    const story = this.#mostSimilar(text.headline, sign)?.story ?? { id, sign: 0 };
    if (story.sign === 0) story.sign = sign;
    this.#keep({ id, time, text, story });
    return story.id;
  }

  #textOf(title: string, coins: readonly string[]): Text {
    const key = JSON.stringify([title.slice(0, READ_LENGTH), [...new Set(coins)].sort()]);
    return this.#byText.get(key) ?? { key, headline: readHeadline(title, coins), items: [] };
  }

  /** The item that is most similar and similar enough; of two the older, then the one whose id is first. */
  #mostSimilar(headline: Headline, sign: number): Kept | null {
    let [best, value]: [Kept | null, number] = [null, SAME_STORY];
    for (const text of this.#candidates(headline)) {
      const found = compare(headline, text.headline, this.#idf).value;
      if (found < value) continue;
      const item = firstFor(sign, text);
      if (item === null) continue;
      if (found === value && best !== null && isBefore(best, item)) continue;
      [best, value] = [item, found];
    }
    return best;
  }

  /**
   * All that can be similar enough, or those that share most. Terms that would not be enough even together are not looked up. Since a
   * text's own vector is no shorter than what it shares, its cosine is no more than the root of the part that it shares.
   */
  #candidates({ terms }: Headline): Text[] {
    const weighed = terms.map((term) => ({ term, square: this.#idf.weightOf(term) ** 2 }));
    weighed.sort((a, b) => b.square - a.square);
    const whole = weighed.reduce((sum, { square }) => sum + square, 0);
    const least = LEAST * whole;
    const shared = new Map<Text, number>();
    let left = whole;
    for (const { term, square } of weighed) {
      if (left < least) break;
      for (const text of this.#byTerm.get(term) ?? []) {
        shared.set(text, (shared.get(text) ?? 0) + square);
      }
      left = Math.max(0, left - square);
    }
    const found = [...shared].filter(([, part]) => part + left >= least);
    if (found.length > MOST_COMPARED) found.sort((a, b) => b[1] - a[1]);
    return found.slice(0, MOST_COMPARED).map(([text]) => text);
  }

  #keep(item: Kept): void {
    const { text } = item;
    this.#byId.set(item.id, item);
    this.#byTime.splice(placeOf(item, this.#byTime), 0, item);
    this.#idf.add(text.headline.terms);
    text.items.splice(placeOf(item, text.items), 0, item);
    if (text.items.length === 1) this.#keepText(text);
    if (this.#byTime.length > this.#mostItems) this.#forget(1);
  }

  #keepText(text: Text): void {
    this.#byText.set(text.key, text);
    for (const term of text.headline.terms) {
      const having = this.#byTerm.get(term);
      if (having === undefined) this.#byTerm.set(term, new Set([text]));
      else having.add(text);
    }
  }

  #forgetBefore(time: number): void {
    const kept = this.#byTime.findIndex((item) => item.time >= time);
    this.#forget(kept === -1 ? this.#byTime.length : kept);
  }

  /** The oldest of all are the first of their texts too. */
  #forget(count: number): void {
    for (const { id, text } of this.#byTime.splice(0, count)) {
      this.#byId.delete(id);
      this.#idf.remove(text.headline.terms);
      text.items.shift();
      if (text.items.length === 0) this.#forgetText(text);
    }
  }

  #forgetText(text: Text): void {
    this.#byText.delete(text.key);
    for (const term of text.headline.terms) {
      const having = this.#byTerm.get(term);
      having?.delete(text);
      if (having?.size === 0) this.#byTerm.delete(term);
    }
  }
}

/** The first item of a text whose story an item of that sign may join. */
function firstFor(sign: number, { items }: Text): Kept | null {
  return items.slice(0, MOST_COMPARED).find(({ story }) => story.sign * sign >= 0) ?? null;
}

/** Where an item belongs among others in order. */
function placeOf(item: Kept, among: readonly Kept[]): number {
  let [low, high] = [0, among.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = among[middle];
    if (other !== undefined && isBefore(other, item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBefore(a: Kept, b: Kept): boolean {
  return a.time === b.time ? a.id < b.id : a.time < b.time;
}
