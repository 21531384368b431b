import { eld } from 'eld/extrasmall';
import { primarySubtag } from './language-tag.ts';

/** What is read of a text, characters: more tells no more. */
const MOST_READ = 1000;
/** Below it, names outweigh words. */
const LEAST_WORDS = 4;
const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’]+/gu;
/** Scripts that put no space between words, which have about two letters. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
/** Addresses, @names, $TICKERS and $amounts are of no language. */
const NO_TEXT = /^(?:[@$]|https?:)/i;

export interface TextLanguage {
  /** ISO 639-1, or what was told. */
  language: string | null;
  isSure: boolean;
}

/**
 * The language a text is in, by its letters; what its source told (`en-US`) where the text is shorter than four words or its
 * letters leave it open.
 */
export function languageOf(text: string, told: string | null): TextLanguage {
  const tokens = text.slice(0, MOST_READ).split(/\s+/);
  const spoken = tokens.filter((token) => !NO_TEXT.test(token));
  if (wordsIn(spoken.filter((token) => !/\d/.test(token)).join(' ')) >= LEAST_WORDS) {
    const found = eld.detect(spoken.join(' '));
    if (found.isReliable()) return { language: found.language, isSure: true };
  }
  return { language: primarySubtag(told), isSure: false };
}

function wordsIn(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  return Math.max(text.match(WORD)?.length ?? 0, Math.floor(unspaced / 2));
}
