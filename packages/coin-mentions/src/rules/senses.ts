import { ALL_COINS } from '../coins/all-coins.ts';
import type { Coin, TickerRule } from '../coins/coin.ts';
import { OTHER_SENSES } from '../coins/other-senses.ts';
import { GAP } from '../reading/gaps.ts';
import { Phrases } from '../reading/phrases.ts';
import { SHAPE } from '../reading/words.ts';
import { isAboutCrypto, type Sentence } from './sentence.ts';
import { isBracketed, isMarked, isSigned, isUpperTicker } from './ticker-rules.ts';
import { isCommonWordACoin, isWordACoin } from './word-rules.ts';

/** What a phrase can mean. */
export interface Sense {
  /** Null for what means no coin. */
  readonly coin: Coin | null;
  /** Whether it means that here. */
  readonly holds: (sentence: Sentence, from: number, to: number) => boolean;
  /** Whether that depends on which other coins are in the text, which are to be found first. */
  readonly waits: boolean;
  /** Whether it is a ticker that counts in upper case, be it in a text about crypto alone. */
  readonly isTicker: boolean;
  /** Whether it is a name that says of what stands beside it in a list that it may be a coin. */
  readonly mayBe: boolean;
}

const always = (): boolean => true;
const PLAIN = { holds: always, waits: false, isTicker: false, mayBe: false };
const LATE = { waits: true, isTicker: false, mayBe: false };
const isCapital = ({ shapes }: Sentence, from: number): boolean => shapes[from] !== SHAPE.lower;
/** In lower case, what precedes a hyphen is a part of another word: "neo-broker", "near-term". */
const isWhole = (sentence: Sentence, from: number, to: number): boolean =>
  ((sentence.gaps[from] ?? 0) & GAP.hyphen) === 0 &&
  (sentence.shapes[from] !== SHAPE.lower || ((sentence.gaps[to] ?? 0) & GAP.hyphen) === 0);

const isTopicalSigned = (sentence: Sentence, at: number): boolean =>
  isSigned(sentence, at) && isAboutCrypto(sentence);

const TICKERS: Readonly<Record<TickerRule, Sense['holds']>> = {
  any: always,
  upper: (sentence, at) =>
    isUpperTicker(sentence, at) || isSigned(sentence, at) || isMarked(sentence, at),
  topical: (sentence, at) =>
    isSigned(sentence, at) ||
    isMarked(sentence, at) ||
    (isUpperTicker(sentence, at) && isAboutCrypto(sentence)),
  marked: (sentence, at) => isMarked(sentence, at) || isTopicalSigned(sentence, at),
  signed: isTopicalSigned,
};

const SELDOM_TICKERS: ReadonlySet<TickerRule> = new Set(['marked', 'signed']);
/** Those that need not know of other coins. */
const AT_ONCE: ReadonlySet<TickerRule> = new Set(['any', 'upper']);

/** "Harmony (ONE)", "Movement's MOVE": in brackets or bare right after the coin's own name. */
function followsName(coin: Coin): Sense['holds'] {
  const { id, names = [], proper = [], words = [], commonWords = [] } = coin;
  const ends = [...names, ...proper, ...words, ...commonWords].map((name) =>
    name.split(' ').at(-1),
  );
  const lastWords = new Set([...ends, id.split('-')[0]]);
  return (sentence, at) =>
    lastWords.has(sentence.words[at - 1]) &&
    (isBracketed(sentence, at) || isBareAfterName(sentence, at));
}

const isBareAfterName = ({ shapes, gaps, isAllUpper }: Sentence, at: number): boolean =>
  shapes[at] === SHAPE.upper && shapes[at - 1] === SHAPE.capital && gaps[at] === 0 && !isAllUpper;

/** All that headlines call coins by, and what only looks like it. */
export const SENSES: Phrases<Sense> = sensesOf(ALL_COINS, OTHER_SENSES);

function sensesOf(coins: readonly Coin[], others: readonly string[]): Phrases<Sense> {
  const phrases = new Phrases<Sense>();
  for (const other of others) phrases.add(other, { ...PLAIN, coin: null });
  for (const coin of coins) addCoin(phrases, coin);
  return phrases;
}

function addCoin(phrases: Phrases<Sense>, coin: Coin): void {
  const { names = [], proper = [], words = [], commonWords = [], ticker = 'upper' } = coin;
  for (const symbol of [coin.symbol, ...(coin.formerly ?? [])]) {
    const waits = !AT_ONCE.has(ticker);
    const isTicker = !SELDOM_TICKERS.has(ticker);
    phrases.add(symbol.toLowerCase(), { ...PLAIN, coin, holds: TICKERS[ticker], waits, isTicker });
    phrases.add(symbol.toLowerCase(), { ...PLAIN, coin, holds: followsName(coin) });
  }
  for (const name of names) {
    phrases.add(name, { ...PLAIN, coin });
    for (const many of pluralOf(name)) phrases.add(many, { ...PLAIN, coin });
  }
  for (const name of proper) {
    phrases.add(name, { ...PLAIN, coin, holds: isCapital });
    phrases.add(name, { ...LATE, coin, holds: whole(isWordACoin), mayBe: true });
  }
  for (const word of words) {
    const holds = whole(either(isWordACoin, hasOwnTicker(coin)));
    phrases.add(word, { ...LATE, coin, holds, mayBe: true });
  }
  for (const word of commonWords) {
    phrases.add(word, { ...LATE, coin, holds: whole(isCommonWordACoin) });
  }
}

function either(one: Sense['holds'], other: Sense['holds']): Sense['holds'] {
  return (sentence, from, to) => one(sentence, from, to) || other(sentence, from, to);
}

/** "Mantra blames liquidations for a crash of OM": a name with a capital, and its ticker elsewhere. */
function hasOwnTicker({ symbol, ticker }: Coin): Sense['holds'] {
  const own = symbol.toLowerCase();
  return (sentence, from) =>
    ticker !== 'signed' && sentence.shapes[from] === SHAPE.capital && sentence.upperWords.has(own);
}

function whole(holds: Sense['holds']): Sense['holds'] {
  return (sentence, from, to) => isWhole(sentence, from, to) && holds(sentence, from, to);
}

/** "bitcoins"; also what is left of "Solana’s" where an apostrophe was lost. */
function pluralOf(name: string): string[] {
  return name.length < 4 || name.includes(' ') || name.endsWith('s') ? [] : [`${name}s`];
}
