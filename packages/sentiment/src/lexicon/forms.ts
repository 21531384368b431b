/** The regular forms of a verb: launch, launches, launched, launching. */
export function formsOf(verb: string): string[] {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  const plural = /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
  if (/[^aeiou]y$/.test(verb)) {
    const root = verb.slice(0, -1);
    return [verb, `${root}ies`, `${root}ied`, `${verb}ing`];
  }
  const doubled = DOUBLED.test(verb) ? `${verb}${verb.at(-1) ?? ''}` : stem;
  return [verb, plural, `${doubled}ed`, `${doubled}ing`];
}

/** One vowel before one consonant, in a word of one syllable: ban, banned. */
const DOUBLED = /^[^aeiou]*[aeiou][bdgklmnprt]$/;
