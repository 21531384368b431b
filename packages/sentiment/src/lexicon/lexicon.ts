import { formsOf } from './forms.ts';
import { EVENTS, type EventWords } from './events.ts';

/** A phrase of several words, after the first of them. */
interface Phrase {
  readonly rest: readonly string[];
  readonly event: number;
}

/** The events of words, by their index in {@link EVENTS}; of several that a word could tell, the first. */
const WORDS = new Map<string, number>();
const PHRASES = new Map<string, Phrase[]>();

for (const [event, { words }] of EVENTS.entries()) {
  for (const word of words.split(' ')) put(word.split('_'), event);
}
for (const [event, { verbs }] of EVENTS.entries()) {
  for (const form of verbs.split(' ').flatMap(formsOf)) put([form], event);
}

function put([first = '', ...rest]: readonly string[], event: number): void {
  if (rest.length > 0) PHRASES.set(first, [...(PHRASES.get(first) ?? []), { rest, event }]);
  else if (!WORDS.has(first)) WORDS.set(first, event);
}

/** The event that begins at a word, by its index in {@link EVENTS}; its sign, and how many words tell it. */
export interface FoundEvent extends Pick<EventWords, 'sign'> {
  readonly event: number;
  readonly length: number;
}

/** Null: none begins there. */
export function eventAt(words: readonly string[], at: number): FoundEvent | null {
  const first = words[at] ?? '';
  for (const { rest, event } of PHRASES.get(first) ?? []) {
    if (rest.every((word, i) => words[at + 1 + i] === word)) return found(event, rest.length + 1);
  }
  const event = WORDS.get(first);
  return event === undefined ? null : found(event, 1);
}

function found(event: number, length: number): FoundEvent {
  return { event, length, sign: EVENTS[event]?.sign ?? 1 };
}
