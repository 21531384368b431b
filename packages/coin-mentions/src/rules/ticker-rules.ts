import { GAP } from '../reading/gaps.ts';
import { SHAPE } from '../reading/words.ts';
import { moves } from './word-rules.ts';
import type { Sentence } from './sentence.ts';
import { JOINS, TICKER_NOUNS } from './word-lists.ts';

/** `$LINK`, `#LINK`; not `#S&P`. */
export function isCashtag(sentence: Sentence, at: number): boolean {
  const [before = 0, after = 0] = [sentence.gaps[at], sentence.gaps[at + 1]];
  return (
    (before & GAP.mark) !== 0 && after !== GAP.ampersand && sentence.shapes[at] !== SHAPE.number
  );
}

/** `(NEAR)`, `(BTC, NEAR)`: in brackets after a name, unless it is the initials of that name, as in "Department of Transportation (DOT)". */
export function isBracketed(sentence: Sentence, at: number): boolean {
  const { gaps, shapes } = sentence;
  if (shapes[at] !== SHAPE.upper) return false;
  const opens = ((gaps[at] ?? 0) & (GAP.opens | GAP.comma | GAP.slash)) !== 0;
  const closes = ((gaps[at + 1] ?? 0) & (GAP.closes | GAP.comma | GAP.slash)) !== 0;
  return opens && closes && isInBrackets(sentence, at) && !isInitials(sentence, at);
}

/** Looks no further than a short list in brackets is long. */
const LONGEST_LIST = 6;

function isInBrackets({ gaps, shapes }: Sentence, at: number): boolean {
  for (let i = at; i >= 0 && i > at - LONGEST_LIST; i -= 1) {
    const gap = gaps[i] ?? 0;
    if ((gap & GAP.opens) !== 0) return true;
    if ((gap & GAP.closes) !== 0 || shapes[i] !== SHAPE.upper) return false;
  }
  return false;
}

/** Whether the words before begin with its letters; small ones such as "of" may be passed over. */
function isInitials({ words, shapes }: Sentence, at: number): boolean {
  const letters = words[at] ?? '';
  let left = letters.length - 1;
  for (let i = at - 1; i >= 0 && left >= 0 && i >= at - 2 * letters.length; i -= 1) {
    if ((words[i] ?? '').startsWith(letters.charAt(left))) left -= 1;
    else if (shapes[i] !== SHAPE.lower) return false;
  }
  return left < 0;
}

/** `NEAR/USDT`, `NEAR-USD`: one side of a pair. */
export function isInPair({ words, gaps }: Sentence, at: number): boolean {
  const joins = GAP.slash | GAP.hyphen | GAP.other;
  const after = ((gaps[at + 1] ?? 0) & joins) !== 0 && isQuote(words[at + 1]);
  return after || (((gaps[at] ?? 0) & GAP.slash) !== 0 && isQuote(words[at - 1]));
}

const isQuote = (word = ''): boolean => /^(?:usd[tc]?|eur|btc|eth)$/.test(word);

/** "S token", "token S", "CORE price": a noun beside it, with nothing between. */
export function hasTickerNoun({ words, gaps }: Sentence, at: number): boolean {
  if (TICKER_NOUNS.has(words[at + 1] ?? '') && gaps[at + 1] === 0) return true;
  return /^(?:token|memecoin|altcoin)$/.test(words[at - 1] ?? '') && gaps[at] === 0;
}

/** "BTC, ONE and SOL": beside another coin in a list of tickers. */
export function isAmongTickers({ words, shapes, gaps, isCoin }: Sentence, at: number): boolean {
  const listed = GAP.comma | GAP.slash | GAP.ampersand;
  const isTicker = (i: number): boolean => isCoin[i] === true && shapes[i] === SHAPE.upper;
  const before = JOINS.has(words[at - 1] ?? '') ? at - 2 : at - 1;
  const after = JOINS.has(words[at + 1] ?? '') ? at + 2 : at + 1;
  const isListed = (i: number): boolean => ((gaps[i] ?? 0) & listed) !== 0;
  if (isTicker(before)) return before < at - 1 || isListed(at);
  return isTicker(after) && (after > at + 1 || isListed(after));
}

/** "OP_RETURN", "CO-OP": a part of a longer word, and not of a pair. */
export function isPartOfWord(sentence: Sentence, at: number): boolean {
  const { words, shapes, gaps, text, from, to } = sentence;
  const [before = 0, after = 0] = [from[at], to[at]];
  if (text[before - 1] === '_' || text[after] === '_') return !isInPair(sentence, at);
  const isHyphened = (gap: number, i: number): boolean =>
    ((gaps[gap] ?? 0) & GAP.hyphen) !== 0 && shapes[i] === SHAPE.upper && !isQuote(words[i]);
  if (TICKER_NOUNS.has(words[at + 1] ?? '')) return false;
  return isHyphened(at, at - 1) || isHyphened(at + 1, at + 1);
}

/** Venues of shares, before whose tickers they stand: "NYSE:FLR". */
const SHARE_VENUES = /^(?:nyse|nasdaq|tsx|tsxv|lse|asx|amex|otc|otcqb|otcqx|cboe)$/;

/** "NYSE:FLR", "APT.AX": of a share. */
export function isOfShare({ words, gaps }: Sentence, at: number): boolean {
  const isDotted = (((gaps[at] ?? 0) | (gaps[at + 1] ?? 0)) & GAP.dot) !== 0;
  return isDotted || (gaps[at] !== 0 && SHARE_VENUES.test(words[at - 1] ?? ''));
}

/** Upper case tells a ticker where not all is in upper case, and it is not short for what stands before it. */
export function isUpperTicker(sentence: Sentence, at: number): boolean {
  if (sentence.shapes[at] !== SHAPE.upper || sentence.isAllUpper) return false;
  const isBehindBracket = ((sentence.gaps[at] ?? 0) & GAP.opens) !== 0;
  if (isPartOfWord(sentence, at)) return false;
  return !isOfShare(sentence, at) && !(isBehindBracket && isInitials(sentence, at));
}

/** With a sign that is there for tickers. */
export function isSigned(sentence: Sentence, at: number): boolean {
  return !isOfShare(sentence, at) && (isCashtag(sentence, at) || isBracketed(sentence, at));
}

/** Whether something beside a ticker marks it as one. */
export function isMarked(sentence: Sentence, at: number): boolean {
  if (sentence.shapes[at] !== SHAPE.upper || isOfShare(sentence, at)) return false;
  if (isInPair(sentence, at) || isAmongTickers(sentence, at)) return true;
  if (sentence.isAllUpper) return false;
  return hasTickerNoun(sentence, at) || moves(sentence, at, at + 1);
}
