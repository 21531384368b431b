import { DOWNWARDS, EVENTS, EXPLAINING, LESSER, NEGATIONS, UPWARDS } from './lexicon/events.ts';
import { eventAt } from './lexicon/lexicon.ts';
import { NUMBER, type Tokens } from './tokens.ts';

/** What is counted of a headline besides its events and its words. */
const OTHERS = [
  ...(['always', 'positive events', 'negative events', 'both signs', 'no event'] as const),
  ...(['negated positive', 'negated negative', 'lesser positive', 'lesser negative'] as const),
  ...(['up to a number', 'down to a number', 'question', 'explains'] as const),
  ...(['question, positive', 'question, negative'] as const),
];

/** The names of what is counted of every headline, each at its place. */
export const FEATURES: readonly string[] = [...EVENTS.map(({ event }) => event), ...OTHERS];

const placeOf = (name: (typeof OTHERS)[number]): number => EVENTS.length + OTHERS.indexOf(name);
const POSITIVE = placeOf('positive events');
const NEGATIVE = placeOf('negative events');
const NEGATED = { 1: placeOf('negated positive'), [-1]: placeOf('negated negative') };
const IN_LESSER = { 1: placeOf('lesser positive'), [-1]: placeOf('lesser negative') };
const UP_TO_NUMBER = placeOf('up to a number');
const DOWN_TO_NUMBER = placeOf('down to a number');

/**
 * What a feature is worth before anything is learnt, as natural logarithms of odds (negative, neutral, positive): that what is good is
 * good. Learning moves it as far as the headlines say.
 */
export function priorOf(feature: number): readonly [number, number, number] {
  if (feature === POSITIVE) return [-0.4, -0.2, 0.8];
  if (feature === NEGATIVE) return [1.1, -0.2, -0.8];
  return [0, 0, 0];
}

/** How many words a negation reaches. */
const REACH = 3;
/** Of what is told in the lesser part of a headline. */
const LESSER_WEIGHT = 0.5;
/** Nothing belongs to the headline as a whole. */
const WHOLE = -1;

/** A headline of so many tokens is a usual one: the words of a longer one count for less each, for they are no more sure together. */
const USUAL_LENGTH = 10;

/** What a word of a headline of so many tokens counts. */
function wordValue(tokens: number): number {
  return Math.min(1, USUAL_LENGTH / tokens);
}

/** Hears of each feature that a headline has, how much of it, and the word that tells it, or -1. */
type Heard = (feature: number, value: number, token: number) => void;

/** Counts what {@link FEATURES} name, and then the words that are known, each by its place after those. */
export function countAll(tokens: Tokens, places: ReadonlyMap<string, number>, heard: Heard): void {
  countFeatures(tokens, heard);
  const value = wordValue(tokens.words.length);
  for (const [token, word] of tokens.words.entries()) {
    const place = places.get(word);
    if (place !== undefined) heard(place, value, token);
  }
}

/** Counts what {@link FEATURES} name. */
function countFeatures({ words }: Tokens, heard: Heard): void {
  const [asks, explains] = [words.includes('?'), EXPLAINING.has(words[0] ?? '')];
  let [positive, negative] = [0, 0];
  let [negatedUntil, isLesser] = [-1, LESSER.has(words[0] ?? '')];
  for (let at = 0; at < words.length;) {
    const word = words[at] ?? '';
    if (word === ',') isLesser = false;
    else if (LESSER.has(word)) isLesser = true;
    countDirection(words, at, heard);
    const found = eventAt(words, at);
    if (found !== null) {
      const { event, sign } = found;
      const weight = isLesser ? LESSER_WEIGHT : 1;
      const isNegated = at <= negatedUntil;
      heard(isNegated ? NEGATED[sign] : event, weight, at);
      if (isLesser) heard(IN_LESSER[sign], 1, at);
      const isPositive = sign > 0 === !isNegated;
      heard(isPositive ? POSITIVE : NEGATIVE, weight, at);
      if (isPositive) positive += weight;
      else negative += weight;
    }
    if (NEGATIONS.has(word)) negatedUntil = at + REACH;
    at += found?.length ?? 1;
  }
  heard(placeOf('always'), 1, WHOLE);
  if (positive > 0 && negative > 0) heard(placeOf('both signs'), 1, WHOLE);
  if (positive + negative === 0) heard(placeOf('no event'), 1, WHOLE);
  if (explains) heard(placeOf('explains'), 1, 0);
  if (!asks) return;
  heard(placeOf('question'), 1, words.indexOf('?'));
  if (positive > 0) heard(placeOf('question, positive'), 1, WHOLE);
  if (negative > 0) heard(placeOf('question, negative'), 1, WHOLE);
}

/** "above 60k", "down 7 %". */
function countDirection(words: readonly string[], at: number, heard: Heard): void {
  if (words[at + 1] !== NUMBER) return;
  const word = words[at] ?? '';
  if (UPWARDS.has(word)) heard(UP_TO_NUMBER, 1, at);
  else if (DOWNWARDS.has(word)) heard(DOWN_TO_NUMBER, 1, at);
}
