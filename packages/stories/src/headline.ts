import { coinsIn } from '@tidemark/coin-mentions/coins-in';
import { actionsOf, type Actions } from './actions.ts';
import { isYear, readDigits, scaleOf, type Amount } from './amounts.ts';
import { COMMON_SHARES, EMPTY_WORDS } from './common-words.ts';
import { meaningOf, phraseOf } from './same-meaning.ts';
import { stemOf } from './stem.ts';

/** What of a headline is compared with others. */
export interface Headline {
  /** Stems that say something, each once and sorted, and `coin:` with the slug for whatever names a coin. */
  readonly terms: readonly string[];
  readonly termSet: ReadonlySet<string>;
  /** The terms that are names of something, coins aside; none where the headline's words are capitalised all alike. */
  readonly names: ReadonlySet<string>;
  readonly amounts: readonly Amount[];
  /** Slugs. */
  readonly coins: ReadonlySet<string>;
  readonly actions: Actions;
}

/** What is read of a title, in UTF-16 units. */
export const READ_LENGTH = 1_000;
/** And how many of its numbers. */
const MOST_AMOUNTS = 16;
const TOKEN = /\d(?:[\d,.]*\d)?|(?<!\p{L})[A-Z](?:\.[A-Z])+(?!\p{L})|\p{L}[\p{L}\p{N}]*|%/gu;
const ABBREVIATION = /^[A-Z]\./;
/** With U+0091 and U+0092, Windows' own where they were read as Latin-1. */
const APOSTROPHES = /[\u0091\u0092\u2018\u2019]/g;

/** Reads a headline in linear time; `coins` are what it is known to be about besides what it names. */
export function readHeadline(title: string, coins: readonly string[] = []): Headline {
  const text = title.slice(0, READ_LENGTH);
  const mentions = coinsIn(text);
  const tokens = tokensOf(text);
  const terms = new Set<string>();
  const amounts: Amount[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? NOTHING;
    const next = tokens[at + 1]?.word ?? '';
    const coin = mentions.find(({ from, to }) => token.from >= from && token.from < to);
    if (coin !== undefined) terms.add(`coin:${coin.coin_id}`);
    else if (/^\d/.test(token.word)) at += addNumber(amounts, terms, token, next);
    else if (token.word !== '%') at += addWords(terms, token.word, next);
  }
  const all = [...coins, ...mentions.map(({ coin_id }) => coin_id)];
  return {
    terms: [...terms].sort(),
    termSet: terms,
    names: namesIn(tokens, terms),
    amounts: amounts.slice(0, MOST_AMOUNTS),
    coins: new Set(all),
    actions: actionsOf(terms),
  };
}

interface Token {
  readonly word: string;
  readonly from: number;
  readonly isCapital: boolean;
  /** Whether a currency's sign stands before it. */
  readonly isMoney: boolean;
}

const NOTHING: Token = { word: '', from: 0, isCapital: false, isMoney: false };

/** An owner's `'s` and the dots of U.S. are cut off; the places are those of the text, whose length no replacement changes. */
function tokensOf(text: string): Token[] {
  const straight = text.replace(APOSTROPHES, "'").replace(/'s(?!\p{L})/gu, '  ');
  return Array.from(straight.matchAll(TOKEN), (found) => ({
    word: wordOf(found[0]),
    from: found.index,
    isCapital: /^\p{Lu}/u.test(found[0]),
    isMoney: /[$€£¥]/.test(straight[found.index - 1] ?? ''),
  }));
}

const wordOf = (text: string): string =>
  (ABBREVIATION.test(text) ? text.replaceAll('.', '') : text).toLowerCase();

/** Adds the number there; how many words after it belong to it. */
function addNumber(
  amounts: Amount[],
  terms: Set<string>,
  { word, isMoney }: Token,
  next: string,
): number {
  const digits = readDigits(word);
  if (digits === null) return 0;
  const scale = scaleOf(next);
  const isPercent = next === '%' || next === 'percent' || next === 'pct';
  const kind = isPercent ? 'percent' : isMoney || scale !== null ? 'money' : 'count';
  if (kind === 'count' && isYear(word)) terms.add(word);
  else amounts.push({ value: digits * (scale ?? 1), kind });
  return scale !== null || isPercent ? 1 : 0;
}

/** Adds the word, or what it stands for with the next; how many words after it belong to it. */
function addWords(terms: Set<string>, word: string, next: string): number {
  const stem = stemOf(word);
  const phrase = phraseOf(stem, stemOf(next));
  if (phrase !== null) terms.add(phrase);
  else if (!EMPTY_WORDS.has(word) && !EMPTY_WORDS.has(stem)) terms.add(meaningOf(stem));
  return phrase === null ? 0 : 1;
}

/** So long a word says how a headline is capitalised; and from that share on it capitalises all. */
const [LONG, TITLE_CASE] = [4, 0.7];

/** Capitalised words that are not common; the first of a headline too, for it is mostly who acts. */
function namesIn(tokens: readonly Token[], terms: ReadonlySet<string>): ReadonlySet<string> {
  const long = tokens.filter(({ word }) => word.length >= LONG && !/^\d/.test(word));
  const capitals = long.filter(({ isCapital }) => isCapital).length;
  if (capitals > TITLE_CASE * long.length) return new Set();
  const stems = tokens.filter(({ isCapital }) => isCapital).map(({ word }) => stemOf(word));
  return new Set(stems.filter((stem) => terms.has(stem) && !COMMON_SHARES.has(stem)));
}
