import { GAP } from '../reading/gaps.ts';
import { SHAPE } from '../reading/words.ts';
import { leavesRoom } from './clause.ts';
import { beginsAt, endsAt, isAboutCrypto, type Sentence } from './sentence.ts';
import { COMPANIONS, JOINS, LIST_VERBS, MOVES, PREPOSITIONS, PROJECT_VERBS } from './word-lists.ts';

/** "Polkadot, Harmony and Avalanche": beside a coin in a list, and the list goes on or ends on its other side. */
export function isListed(sentence: Sentence, from: number, to: number): boolean {
  const { words } = sentence;
  const before = JOINS.has(words[from - 1] ?? '') ? from - 2 : from - 1;
  const after = JOINS.has(words[to] ?? '') ? to + 1 : to;
  const isBefore = isPeer(sentence, before) && (before < from - 1 || isInList(sentence, from));
  const isAfter = isPeer(sentence, after) && (after > to || isInList(sentence, to));
  if (isBefore) return isAfter || endsAt(sentence, to) || endsList(sentence, before, from, to);
  return isAfter && (beginsAt(sentence, from) || leavesRoom(sentence, from - 1));
}

/** A coin, a chain or venue without one, or in a text about crypto what may be a coin too: "Avalanche and Polygon". */
const isPeer = (sentence: Sentence, at: number): boolean =>
  sentence.isCoin[at] === true ||
  (COMPANIONS.has(sentence.words[at] ?? '') && sentence.shapes[at] === SHAPE.capital) ||
  (sentence.mayBeCoin[at] === true && isAboutCrypto(sentence));

const isInList = ({ gaps }: Sentence, at: number): boolean =>
  ((gaps[at] ?? 0) & (GAP.comma | GAP.slash | GAP.ampersand)) !== 0;

/** What follows a list's last name is a verb or the like; in a list of three it may be anything. */
function endsList(sentence: Sentence, before: number, from: number, to: number): boolean {
  const word = sentence.words[to] ?? '';
  if (MOVES.has(word) || JOINS.has(word)) return true;
  if (sentence.shapes[from] === SHAPE.lower && !sentence.isAllLower) return false;
  if ([PREPOSITIONS, PROJECT_VERBS, LIST_VERBS].some((list) => list.has(word))) return true;
  return before < from - 1 && !sentence.isAllLower && isInList(sentence, startOf(sentence, before));
}

/** Names have no more words than this. */
const LONGEST_NAME = 4;

/** Where the coin's name begins that has that word. */
function startOf({ isCoin, gaps }: Sentence, at: number): number {
  let start = at;
  while (start > at - LONGEST_NAME && isCoin[start - 1] === true && gaps[start] === 0) start -= 1;
  return start;
}
