import { GAP } from '../reading/gaps.ts';
import { SHAPE } from '../reading/words.ts';
import { isNamed, isSubject, leavesRoom } from './clause.ts';
import { isListed } from './list-rules.ts';
import { beginsAt, endsAt, isAboutCrypto, type Sentence } from './sentence.ts';
import {
  BEFORE_NOUNS,
  COMPANY_ENDS,
  CRYPTO_NOUNS,
  JOINS,
  KINDS,
  LIST_VERBS,
  MODIFIERS,
  MOODS,
  MOVES,
  NAMES_OF_OTHERS,
  NO_NOUNS,
  PLAIN_NOUNS,
  PLAIN_VERBS,
  PREPOSITIONS,
  PROJECT_NOUNS,
  PROJECT_VERBS,
  REBRANDS,
  RENAMINGS,
  SINGULAR_VERBS,
  SURE_NOUNS,
  WITHOUT_ARTICLE,
} from './word-lists.ts';

/** A rule hears where a name begins and where it ends (that word is no part of it). */
type Rule = (sentence: Sentence, from: number, to: number) => boolean;

/** So far after a price's verb a number belongs to it. */
const MOVE_REACH = 3;

/** "slides 4%", "jumps to $5", "rallies over 20%": a verb of prices, and a number of prices soon. */
export const moves: Rule = ({ words, shapes, gaps }, _from, to) => {
  if (gaps[to] !== 0 || !MOVES.has(words[to] ?? '')) return false;
  for (let i = to + 1; i <= to + MOVE_REACH; i += 1) {
    if (shapes[i] !== SHAPE.number) continue;
    const sign = ((gaps[i] ?? 0) & GAP.mark) | ((gaps[i + 1] ?? 0) & GAP.percent);
    return sign !== 0;
  }
  return false;
};

/** A name that is its clause's subject moves: "lighter drops 17%", but not "trading flow drops 17%". */
const movesAsSubject: Rule = (sentence, from, to) =>
  isSubject(sentence, from) && moves(sentence, from, to);

/** "Avalanche Network", "Cosmos liquid staking", "Curve co-founder": what follows says that it is a project. */
const hasProjectNoun: Rule = (sentence, from, to) => {
  const { words, gaps, shapes } = sentence;
  let at = to;
  while (at < to + 2 && MODIFIERS.has(words[at] ?? '') && isJoined(gaps[at])) at += 1;
  const noun = words[at] ?? '';
  if (!isJoined(gaps[at])) return false;
  if (shapes[from] === SHAPE.lower) {
    const nouns = sentence.isAllLower ? PROJECT_NOUNS : PLAIN_NOUNS;
    return isSubject(sentence, from) && nouns.has(noun);
  }
  return PROJECT_NOUNS.has(noun);
};

/** "Compound CEO", "Curve users": as above, in a text about crypto. */
const hasCryptoNoun: Rule = (sentence, from, to) =>
  sentence.shapes[from] !== SHAPE.lower &&
  isJoined(sentence.gaps[to]) &&
  CRYPTO_NOUNS.has(sentence.words[to] ?? '') &&
  isCryptoSubject(sentence, from);

const isJoined = (gap = 0): boolean => (gap & ~GAP.hyphen) === 0;

/** "Near co-founder", "Lighter airdrop": as above, for words of every other sentence. */
const hasSureNoun: Rule = (sentence, from, to) => {
  const { words, gaps, shapes } = sentence;
  const at = words[to] === 'co' ? to + 1 : to;
  return (
    isSubject(sentence, from) &&
    shapes[from] !== SHAPE.lower &&
    isJoined(gaps[to]) &&
    isJoined(gaps[at]) &&
    SURE_NOUNS.has(words[at] ?? '')
  );
};

/** "Sonic, formerly Fantom": what was called otherwise is a project. */
const isRenamed: Rule = ({ words, gaps, shapes }, from, to) =>
  shapes[from] !== SHAPE.lower &&
  ((gaps[to] ?? 0) & (GAP.comma | GAP.opens)) !== 0 &&
  RENAMINGS.has(words[to] ?? '');

/** "Maker rebrands to Sky": both sides of a new name, where each stands beside it. */
const isRebranded: Rule = (sentence, from, to) => {
  const { words, shapes, gaps } = sentence;
  if (shapes[from] === SHAPE.lower) return false;
  if (isSubject(sentence, from) && gaps[to] === 0 && REBRANDS.has(words[to] ?? '')) return true;
  return (
    gaps[from] === 0 &&
    /^(?:to|as|from)$/.test(words[from - 1] ?? '') &&
    REBRANDS.has(words[from - 2] ?? '')
  );
};

/** "Lighter raises $68 million". */
const raisesMoney: Rule = (sentence, from, to) =>
  isSubject(sentence, from) &&
  sentence.shapes[from] !== SHAPE.lower &&
  sentence.gaps[to] === 0 &&
  /^(?:raises|raised|secures|secured|nets|lands)$/.test(sentence.words[to] ?? '') &&
  sentence.gaps[to + 1] === GAP.mark;

/** "Cosmos-based", "Stellar-native": made of it or on it. */
const isBasis: Rule = ({ words, gaps, shapes }, from, to) =>
  shapes[from] !== SHAPE.lower &&
  ((gaps[to] ?? 0) & GAP.hyphen) !== 0 &&
  /^(?:based|native|powered|linked|backed|compatible|built)$/.test(words[to] ?? '');

/** "altcoin Stellar", "DeFi protocol Curve": what precedes says of what kind it is. */
const hasKind: Rule = (sentence, from, to) =>
  sentence.shapes[from] !== SHAPE.lower &&
  KINDS.has(sentence.words[from - 1] ?? '') &&
  sentence.gaps[from] === 0 &&
  (sentence.isSentenceCase || isAtEdge(sentence, to));

const isAtEdge = (sentence: Sentence, to: number): boolean =>
  endsAt(sentence, to) ||
  [PREPOSITIONS, JOINS, MOVES, PROJECT_VERBS, LIST_VERBS].some((list) =>
    list.has(sentence.words[to] ?? ''),
  );

/** A capital in the midst of a sentence tells a name, which is the coin's where the text is about crypto and no other capital belongs to it. */
const isNameInSentence: Rule = (sentence, from, to) => {
  const { shapes, gaps, isSentenceCase } = sentence;
  if (!isSentenceCase || shapes[from] !== SHAPE.capital || beginsAt(sentence, from)) return false;
  const isPart = (at: number, gap = 0): boolean =>
    (gap & ~GAP.hyphen) === 0 &&
    shapes[at] === SHAPE.capital &&
    sentence.isCoin[at] !== true &&
    !(at < from && sentence.owns[at] === true);
  return isAboutCrypto(sentence) && !isPart(from - 1, gaps[from]) && !isPart(to, gaps[to]);
};

/** "Sky's Grove": what owns something is a name, unless an article makes it a thing. */
const isOwner: Rule = (sentence, from, to) =>
  sentence.owns[to - 1] === true &&
  sentence.shapes[from] === SHAPE.capital &&
  !/^(?:the|a|an|this|that|in|of)$/.test(sentence.words[from - 1] ?? '') &&
  (NO_NOUNS.has(sentence.words[from] ?? '') || isAboutCrypto(sentence));

/** "Expands to Avalanche With", "to list Optimism": alone between two prepositions, or one and the end. */
const isObject: Rule = (sentence, from, to) =>
  isNamed(sentence, from) &&
  leavesRoom(sentence, from - 1) &&
  sentence.gaps[from] === 0 &&
  !isMood(sentence, from) &&
  (endsAt(sentence, to) || PREPOSITIONS.has(sentence.words[to] ?? '')) &&
  isAboutCrypto(sentence);

/** "Talk of a token lifts Aerodrome": what a verb ends on. */
const isLastObject: Rule = (sentence, from, to) => {
  const verb = sentence.words[from - 1] ?? '';
  return (
    sentence.shapes[from] === SHAPE.capital &&
    !WITHOUT_ARTICLE.has(sentence.words[from] ?? '') &&
    sentence.gaps[from] === 0 &&
    (SINGULAR_VERBS.has(verb) || PROJECT_VERBS.has(verb)) &&
    endsAt(sentence, to) &&
    isAboutCrypto(sentence)
  );
};

/** So far before a mood stands what moves on it. */
const MOOD_REACH = 5;

/** "Bitcoin climbs 4% on optimism". */
const isMood = ({ words }: Sentence, from: number): boolean =>
  MOODS.has(words[from] ?? '') &&
  words.slice(Math.max(0, from - MOOD_REACH), from).some((word) => MOVES.has(word));

/** "Harmony hacked", "Stellar launches": a subject that does what projects do. */
const doesProjectThings: Rule = (sentence, from, to) =>
  beginsAt(sentence, from) &&
  isNamed(sentence, from) &&
  sentence.gaps[to] === 0 &&
  PROJECT_VERBS.has(sentence.words[to] ?? '') &&
  isAboutCrypto(sentence);

/** "Mantle becomes", "Curve was drained": a subject without an article that is one thing, so a name. */
const isSingularSubject: Rule = (sentence, from, to) =>
  hasSingularVerb(sentence, from, to)
    ? isCryptoSubject(sentence, from)
    : endsAsVerb(sentence, from, to) && isAboutCrypto(sentence);

/** "Avalanche hosts": what ends as verbs of one thing do, after what nouns seldom follow. */
const endsAsVerb: Rule = (sentence, from, to) =>
  isSubject(sentence, from) &&
  isNamed(sentence, from) &&
  sentence.gaps[to] === 0 &&
  !BEFORE_NOUNS.has(sentence.words[from] ?? '') &&
  /[^sui]s$/.test(sentence.words[to] ?? '') &&
  !COMPANY_ENDS.has(sentence.words[to] ?? '') &&
  !endsAt(sentence, to + 1);

/** "Near opens": as above; in other texts where it is no noun alone. */
const isPlainSubject: Rule = (sentence, from, to) => {
  const isNoNoun =
    NO_NOUNS.has(sentence.words[from] ?? '') && PLAIN_VERBS.has(sentence.words[to] ?? '');
  return hasSingularVerb(sentence, from, to) && (isNoNoun || isAboutCrypto(sentence));
};

/** Whether the text is about crypto, or such a subject can hardly be anything else. */
const isCryptoSubject = (sentence: Sentence, from: number): boolean =>
  isAboutCrypto(sentence) ||
  (isSubject(sentence, from) && !NAMES_OF_OTHERS.has(sentence.words[from] ?? ''));

const hasSingularVerb: Rule = (sentence, from, to) => {
  const verb = sentence.words[to] ?? '';
  return (
    isSubject(sentence, from) &&
    isNamed(sentence, from) &&
    sentence.gaps[to] === 0 &&
    !WITHOUT_ARTICLE.has(sentence.words[from] ?? '') &&
    (SINGULAR_VERBS.has(verb) || PROJECT_VERBS.has(verb) || isPast(verb))
  );
};

/** "Sued", but not "speed" or "seed". */
const isPast = (word: string): boolean =>
  word.length > 4 && word.endsWith('ed') && !word.endsWith('eed');

/** "Flare and Firelight open": beside another name at a clause's start, where capitals tell names. */
const isPaired: Rule = (sentence, from, to) =>
  sentence.isSentenceCase &&
  beginsAt(sentence, from) &&
  sentence.shapes[from] === SHAPE.capital &&
  JOINS.has(sentence.words[to] ?? '') &&
  sentence.gaps[to] === 0 &&
  sentence.gaps[to + 1] === 0 &&
  sentence.shapes[to + 1] === SHAPE.capital &&
  isAboutCrypto(sentence);

/** "BLUR" where not all is in upper case: as a ticker is written. */
const isShouted: Rule = (sentence, from, to) =>
  to === from + 1 &&
  !sentence.isAllUpper &&
  sentence.shapes[from] === SHAPE.upper &&
  isAboutCrypto(sentence);

/** Any of these is enough for a word of the language to mean the coin. */
const FOR_WORDS: readonly Rule[] = [
  ...[movesAsSubject, hasProjectNoun, hasCryptoNoun, isBasis, hasKind, isListed, isRenamed],
  ...[isRebranded, raisesMoney],
  ...[
    isNameInSentence,
    isOwner,
    isObject,
    isLastObject,
    doesProjectThings,
    isPaired,
    isSingularSubject,
    isShouted,
  ],
];
/** And these for one that stands in every other sentence. */
const FOR_COMMON_WORDS: readonly Rule[] = [
  ...[movesAsSubject, hasSureNoun, isBasis, isListed, isRenamed, isRebranded, raisesMoney],
  ...[isNameInSentence, isOwner, doesProjectThings, isPlainSubject],
];

export const isWordACoin: Rule = (sentence, from, to) =>
  FOR_WORDS.some((rule) => rule(sentence, from, to));

export const isCommonWordACoin: Rule = (sentence, from, to) =>
  FOR_COMMON_WORDS.some((rule) => rule(sentence, from, to));
