import { conflictOf, type Conflict } from './actions.ts';
import { amountsAgree } from './amounts.ts';
import { readHeadline, type Headline } from './headline.ts';
import { LearntIdf, type Idf } from './idf.ts';

export type { Idf } from './idf.ts';

/** How alike two headlines are, and why. */
export interface Similarity {
  /** 0 to 1: of {@link words}, moved by the rest. */
  readonly value: number;
  /** 0 to 1: the cosine of their words' weights. */
  readonly words: number;
  /** 0 to 1: how far their numbers agree; null where one has none. */
  readonly numbers: number | null;
  /** Whether they share a coin; null where one names none. */
  readonly coins: boolean | null;
  /** How what they tell is at odds: rises against falls, a hack against an arrest; null where it is not, or not known. */
  readonly actions: Conflict | null;
}

/** From there on two headlines are of one story. */
export const SAME_STORY = 0.52;

/** What is left of the value's odds against one story where numbers agree, and of the value where they do not. */
const [NUMBERS_AGREE, NUMBERS_DIFFER] = [0.25, 0.2];
/** As numbers do, coins. */
const [COINS_AGREE, COINS_DIFFER] = [0.8, 0.4];
/** What is left of the value where what they tell is at odds. */
const ACTIONS_DIFFER: Readonly<Record<Conflict, number>> = {
  opposite: 0.45,
  aftermath: 0.65,
  other: 0.8,
};
/** And where both name somebody and nobody is the same. */
const OTHER_NAMES = 0.6;
/** A term tells as much more than a common one as its weight is over this. */
const COMMON_WEIGHT = 4;
/** One term tells no more than that: a name alone is no story. */
const ONE_TELLS = 1.8;
/** What a common one tells, and all of them together. */
const [COMMON_TELLS, ALL_COMMON_TELL] = [0.2, 0.7];
/** So much is to be shared, or all counts for less: "What happened in crypto today" is another text every day. */
const LEAST_SHARED = 2.5;
/** What numbers that agree tell, and a coin that they are about. */
const [NUMBERS_TELL, THEIR_COIN_TELLS] = [1.5, 1.5];

const BUILT_IN = new LearntIdf();

/** Compares two headlines, symmetrically; by what is built in where no idf is given. Reads the first 1,000 units of each. */
export function similarity(a: string, b: string, idf: Idf = BUILT_IN): Similarity {
  return compare(readHeadline(a), readHeadline(b), idf);
}

/** {@link similarity} of headlines that were read before. */
export function compare(a: Headline, b: Headline, idf: Idf): Similarity {
  const { cosine, told } = wordsAgree(a, b, idf);
  const numbers = amountsAgree(a.amounts, b.amounts);
  const coins = shareAny(a.coins, b.coins);
  const actions = conflictOf(a.actions, b.actions);
  let value = cosine;
  if (coins !== null) value = moved(value, coins ? 1 : 0, COINS_AGREE, COINS_DIFFER);
  if (numbers !== null) value = moved(value, numbers, NUMBERS_AGREE, NUMBERS_DIFFER);
  if (actions !== null) value *= ACTIONS_DIFFER[actions];
  if (shareAny(a.names, b.names) === false) value *= OTHER_NAMES;
  const byNumbers = (numbers ?? 0) * (NUMBERS_TELL + (coins === true ? THEIR_COIN_TELLS : 0));
  value *= Math.min(1, (told + byNumbers) / LEAST_SHARED);
  return { value, words: cosine, numbers, coins, actions };
}

/** The greatest value that words of that cosine can have. */
export function mostFor(cosine: number): number {
  return moved(moved(cosine, 1, COINS_AGREE, COINS_DIFFER), 1, NUMBERS_AGREE, NUMBERS_DIFFER);
}

/** Half of an agreement moves nothing. What agrees lowers the odds against, so that words that share nothing stay at nothing. */
function moved(value: number, agreement: number, against: number, left: number): number {
  if (agreement < 0.5) return value * (left + (1 - left) * 2 * agreement);
  return value / (value + (1 - value) * (1 - (1 - against) * (2 * agreement - 1)));
}

/** The cosine, and how much the shared terms tell beyond what is common. */
function wordsAgree(a: Headline, b: Headline, idf: Idf): { cosine: number; told: number } {
  let [shared, told, common, squareA, squareB] = [0, 0, 0, 0, 0];
  for (const term of a.terms) {
    const weight = idf.weightOf(term);
    squareA += weight * weight;
    if (!b.termSet.has(term)) continue;
    shared += weight * weight;
    told += Math.min(Math.max(0, weight - COMMON_WEIGHT), ONE_TELLS);
    if (weight <= COMMON_WEIGHT) common += COMMON_TELLS;
  }
  for (const term of b.terms) squareB += idf.weightOf(term) ** 2;
  const cosine = shared === 0 ? 0 : Math.min(1, shared / Math.sqrt(squareA * squareB));
  return { cosine, told: told + Math.min(common, ALL_COMMON_TELL) };
}

/** Null where one has none. */
function shareAny(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean | null {
  if (a.size === 0 || b.size === 0) return null;
  for (const each of a) if (b.has(each)) return true;
  return false;
}
