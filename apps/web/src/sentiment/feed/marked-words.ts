import type { ArticleScore } from '@tidemark/contracts/news';

type DecidingWord = ArticleScore['words'][number];

/** A part of a headline; `tone` of a word that decided. */
interface Segment {
  text: string;
  tone: 'good' | 'bad' | null;
}

/** Words that moved the odds less than this, natural log, are not marked: all are listed beside the probabilities. */
const LEAST_MOVE = 0.2;
/** Nor are those that moved less than this part of what the one that moved most did. */
const LEAST_PART = 0.25;
const HAS_LETTER = /[\p{L}\p{N}]/u;
const isLetter = (sign: string | undefined) => sign !== undefined && HAS_LETTER.test(sign);

interface Place {
  from: number;
  to: number;
  tone: 'good' | 'bad';
}

/** Where a word stands by itself, and nothing is marked yet; null: nowhere. */
function placeOf({ text, weight }: DecidingWord, title: string, taken: readonly Place[]) {
  for (let from = title.indexOf(text); from >= 0; from = title.indexOf(text, from + 1)) {
    const to = from + text.length;
    const isInside =
      (isLetter(title[from - 1]) && isLetter(text[0])) ||
      (isLetter(title[to]) && isLetter(text.at(-1)));
    if (isInside || taken.some((place) => from < place.to && to > place.from)) continue;
    return { from, to, tone: weight > 0 ? ('good' as const) : ('bad' as const) };
  }
  return null;
}

/**
 * A headline in parts, those of them marked that decided; joined they are the headline. A word that is told twice is marked
 * at two places, one that is not in the headline nowhere.
 */
export function markWords(title: string, words: readonly DecidingWord[]): Segment[] {
  const places: Place[] = [];
  const most = Math.max(0, ...words.map(({ weight }) => Math.abs(weight)));
  const least = Math.max(LEAST_MOVE, most * LEAST_PART);
  for (const word of words) {
    if (Math.abs(word.weight) < least || !HAS_LETTER.test(word.text)) continue;
    const place = placeOf(word, title, places);
    if (place !== null) places.push(place);
  }
  const segments: Segment[] = [];
  let at = 0;
  for (const { from, to, tone } of places.toSorted((a, b) => a.from - b.from)) {
    if (from > at) segments.push({ text: title.slice(at, from), tone: null });
    segments.push({ text: title.slice(from, to), tone });
    at = to;
  }
  if (at < title.length) segments.push({ text: title.slice(at), tone: null });
  return segments;
}
