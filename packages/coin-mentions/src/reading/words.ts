import { GAP, gapOf } from './gaps.ts';

/** How a word is written; numbers and words with digits in them that begin with one are `number`. */
export const SHAPE = { lower: 0, capital: 1, upper: 2, number: 3 } as const;

/** A text cut into words; lists of one length, but that `gaps` has one more, for the end. */
export interface Words {
  readonly text: string;
  /** In lower case and without an owner's `'s`. */
  readonly words: readonly string[];
  /** Where each begins and ends in the text, without the `'s`. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** One of {@link SHAPE} each. */
  readonly shapes: readonly number[];
  /** Whether each owns the next: `Sky's`. */
  readonly owns: readonly boolean[];
  /** What stands before each, as bits of {@link GAP}. */
  readonly gaps: readonly number[];
}

const [ZERO, NINE, UPPER_A, UPPER_Z, LOWER_A, LOWER_Z] = [48, 57, 65, 90, 97, 122];
/** Letters of Latin, Greek and Cyrillic. Scripts without blanks between words are no words here, so that a ticker in them is one. */
const [FIRST_LETTER, LAST_LETTER] = [0xc0, 0x52f];

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;
const isUpper = (code: number): boolean => code >= UPPER_A && code <= UPPER_Z;
const isLower = (code: number): boolean => code >= LOWER_A && code <= LOWER_Z;
const isInWord = (code: number): boolean =>
  isLower(code) || isUpper(code) || isDigit(code) || (code >= FIRST_LETTER && code <= LAST_LETTER);
/** `'`, `’` and what Windows' own is when it is read as Latin-1. */
const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019 || code === 0x92;

/** Cuts a text, in time linear in its length. */
export function wordsOf(text: string): Words {
  const out = {
    text,
    words: [] as string[],
    from: [] as number[],
    to: [] as number[],
    shapes: [] as number[],
    owns: [] as boolean[],
    gaps: [] as number[],
  };
  let gap: number = GAP.stop;
  for (let at = 0; at < text.length;) {
    if (!isInWord(text.charCodeAt(at))) {
      gap |= gapAt(text, at);
      at += 1;
      continue;
    }
    const end = endOfWord(text, at);
    const owner = isOwner(text, end);
    out.words.push(text.slice(at, end).toLowerCase());
    out.from.push(at);
    out.to.push(end);
    out.shapes.push(shapeOf(text, at, end));
    out.owns.push(owner);
    out.gaps.push(isMarkAt(text, at - 1) ? gap : gap & ~GAP.mark);
    gap = 0;
    at = owner ? end + 2 : end;
  }
  out.gaps.push(gap | GAP.stop);
  return out;
}

const isMarkAt = (text: string, at: number): boolean => text[at] === '$' || text[at] === '#';

/** A full stop in the midst of letters ends nothing. */
function gapAt(text: string, at: number): number {
  const sign = text.charAt(at);
  if (sign !== '.') return gapOf(sign);
  const isInside = isInWord(text.charCodeAt(at - 1)) && isInWord(text.charCodeAt(at + 1));
  return isInside ? GAP.dot : GAP.stop;
}

/** A comma or a full stop between digits belongs to the number. */
function endOfWord(text: string, start: number): number {
  let end = start + 1;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (isInWord(code)) continue;
    const joins = code === 44 || code === 46;
    if (!joins || !isDigit(text.charCodeAt(end - 1)) || !isDigit(text.charCodeAt(end + 1))) break;
  }
  return end;
}

function isOwner(text: string, end: number): boolean {
  if (!isApostrophe(text.charCodeAt(end))) return false;
  const next = text.charCodeAt(end + 1);
  return (next === 115 || next === 83) && !isInWord(text.charCodeAt(end + 2));
}

/** Upper case takes two letters, or one that stands alone. */
function shapeOf(text: string, from: number, to: number): number {
  const first = text.charCodeAt(from);
  if (isDigit(first)) return SHAPE.number;
  if (!isUpper(first)) return SHAPE.lower;
  for (let at = from + 1; at < to; at += 1) {
    if (isLower(text.charCodeAt(at))) return SHAPE.capital;
  }
  return SHAPE.upper;
}
