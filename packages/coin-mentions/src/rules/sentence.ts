import { GAP } from '../reading/gaps.ts';
import { SHAPE, type Words } from '../reading/words.ts';
import { CRYPTO_WORDS, SMALL_WORDS } from './word-lists.ts';

/** A text on its way to its coins: what all rules look at. */
export interface Sentence extends Words {
  /** Which words are part of a coin that was found. */
  readonly isCoin: boolean[];
  /** Which words may be one by a name that is a word of the language too. */
  readonly mayBeCoin: boolean[];
  /** Words in upper case, in lower case here; none where all are. */
  readonly upperWords: ReadonlySet<string>;
  /** Whether no word tells by its case that it is a ticker. */
  readonly isAllUpper: boolean;
  /** Whether no word begins with a capital, so that none tells a name. */
  readonly isAllLower: boolean;
  /** Whether most words are in lower case, so that a capital tells a name. */
  readonly isSentenceCase: boolean;
  /** Whether words that are no coins, or several tickers, tell that this is about crypto. */
  readonly hasCryptoWord: boolean;
}

/** Shorter words than this tell nothing of how a title is written. */
const TELLING_LENGTH = 4;
/** So many words in lower case make a sentence. */
const LOWER_IN_SENTENCE = 2;
/** One ticker is often something else; so many are not. */
const TICKERS_IN_CRYPTO = 2;
/** So many words without a single letter in lower case are a text in upper case. */
const UPPER_IN_SHOUT = 3;

/** Reads how a text is written, and whether it is about crypto; `tickers` are how many words in upper case may be one. */
export function sentenceOf(words: Words, tickers: number): Sentence {
  let [lower, upper, mixed, capital, crypto] = [0, 0, 0, 0, false];
  const upperWords = new Set<string>();
  for (const [i, word] of words.words.entries()) {
    const shape = words.shapes[i];
    if (shape === SHAPE.upper) {
      upper += 1;
      upperWords.add(word);
    } else if (shape !== SHAPE.number) mixed += 1;
    if (shape === SHAPE.capital) capital += 1;
    if (shape === SHAPE.lower && word.length >= TELLING_LENGTH && !SMALL_WORDS.has(word))
      lower += 1;
    crypto ||= CRYPTO_WORDS.has(word);
  }
  const isAllUpper = mixed === 0 && upper >= UPPER_IN_SHOUT;
  return {
    ...words,
    isCoin: Array.from({ length: words.words.length }, () => false),
    mayBeCoin: Array.from({ length: words.words.length }, () => false),
    upperWords: isAllUpper ? new Set() : upperWords,
    isAllUpper,
    isAllLower: capital === 0 && upper === 0,
    isSentenceCase: lower >= LOWER_IN_SENTENCE,
    hasCryptoWord: crypto || (!isAllUpper && tickers >= TICKERS_IN_CRYPTO),
  };
}

/** Whether the words up to there end what the clause says of them. */
export function endsAt({ gaps }: Sentence, at: number): boolean {
  return (
    ((gaps[at] ?? GAP.stop) & (GAP.stop | GAP.comma | GAP.closes | GAP.ampersand | GAP.slash)) !== 0
  );
}

/** Whether a word or a coin tells that the text is about crypto. */
export function isAboutCrypto({ hasCryptoWord, isCoin }: Sentence): boolean {
  return hasCryptoWord || isCoin.includes(true);
}

/** Whether a clause begins there. */
export function beginsAt({ gaps }: Sentence, at: number): boolean {
  return ((gaps[at] ?? 0) & (GAP.stop | GAP.opens | GAP.comma)) !== 0;
}
