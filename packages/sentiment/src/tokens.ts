/** A headline cut into words, numbers and signs; three lists of one length. */
export interface Tokens {
  /** Lower case; a number is `#`, and every other sign is left out but `?`, `,` and `:`. */
  readonly words: readonly string[];
  /** Where each begins and ends in the text. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

export const NUMBER = '#';

const TOKEN = /[a-z]+(?:'[a-z]+)?|[$€£]?\d[\d.,]*\d?(?:[kmbt]n?\b)?%?|[?,:;]/g;
/** What stands for an apostrophe: U+0091 and U+0092 are Windows' own, in texts that were decoded as Latin-1. */
const APOSTROPHES = /[\u0091\u0092\u2018\u2019\u02bc`´]/g;
const BEYOND_ASCII = /[^\0-\x7f]/;
const MARKS = /\p{M}+/gu;

/** Cuts a headline, in time linear in its length. Letters with marks are those without; other scripts are left out. */
export function tokensOf(text: string): Tokens {
  const [words, from, to]: [string[], number[], number[]] = [[], [], []];
  const plain = plainOf(text);
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(plain); found; found = TOKEN.exec(plain)) {
    const [token] = found;
    const isNumber = /\d/.test(token);
    words.push(isNumber ? NUMBER : withoutOwner(token));
    from.push(found.index);
    to.push(found.index + token.length);
  }
  return { words, from, to };
}

/** As long as the text, character by character, so that places in it are places in the text. */
function plainOf(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  const straight = text.replace(APOSTROPHES, "'");
  return Array.from({ length: straight.length }, (_, i) => plainUnit(straight[i] ?? '')).join('');
}

function plainUnit(unit: string): string {
  const lower = unit.normalize('NFD').replace(MARKS, '').toLowerCase();
  return lower.length === 1 ? lower : ' ';
}

function withoutOwner(word: string): string {
  return word.endsWith("'s") ? word.slice(0, -2) : word;
}
