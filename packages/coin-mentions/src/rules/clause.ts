import { SHAPE } from '../reading/words.ts';
import { beginsAt, type Sentence } from './sentence.ts';
import { CLAUSE_STARTS, LISTING_VERBS, PREPOSITIONS } from './word-lists.ts';

/** Whether a clause's subject begins there. */
export const isSubject = (sentence: Sentence, from: number): boolean =>
  beginsAt(sentence, from) || CLAUSE_STARTS.has(sentence.words[from - 1] ?? '');

/** With a capital, or in a text without any. */
export const isNamed = ({ shapes, isAllLower }: Sentence, at: number): boolean =>
  shapes[at] === SHAPE.capital || isAllLower;

/** Whether that word leaves room for a name after it. */
export const leavesRoom = ({ words, shapes }: Sentence, at: number): boolean => {
  const word = words[at] ?? '';
  if (PREPOSITIONS.has(word) || LISTING_VERBS.has(word)) return true;
  return CLAUSE_STARTS.has(word) && shapes[at + 1] === SHAPE.capital;
};
