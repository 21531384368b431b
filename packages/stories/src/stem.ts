const VOWEL = /[aeiouy]/;
const SHORTEST = 3;

/**
 * What is left of an English word in lower case when its ending is taken off, lightly: "hackers" and "hacker" are one, "hacks" and "hacked"
 * too, "news" stays. Not a word itself, and for comparing alone.
 */
export function stemOf(word: string): string {
  return withoutE(withoutSuffix(withoutTense(withoutPlural(word))));
}

function withoutPlural(word: string): string {
  if (word.length <= SHORTEST || !word.endsWith('s')) return word;
  if (word.endsWith('ies') && word.length > SHORTEST + 1) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /(?:ss|us|is|news)$/.test(word) ? word : word.slice(0, -1);
}

function withoutTense(word: string): string {
  for (const ending of ['ing', 'ed']) {
    const rest = word.slice(0, -ending.length);
    if (!word.endsWith(ending) || rest.length < SHORTEST || !VOWEL.test(rest)) continue;
    const isDoubled = rest.at(-1) === rest.at(-2) && !/[lsz]$/.test(rest);
    return isDoubled ? rest.slice(0, -1) : rest.endsWith('i') ? `${rest.slice(0, -1)}y` : rest;
  }
  return word;
}

/** "repayment", but not "comment"; "regulator", "regulation" and "regulatory" are one, and so are "Korea" and "Korean". */
function withoutSuffix(word: string): string {
  const land = word.replace(/[ie]?an?$/, '');
  if (land !== word && land.length >= SHORTEST) return land;
  const rest = word.replace(/(?:ment|[ai]zation|i[sz]e|ation|at(?:e|or|ory|ive))$/, '');
  return rest.length > SHORTEST ? rest : word;
}

function withoutE(word: string): string {
  return word.length > SHORTEST && word.endsWith('e') ? word.slice(0, -1) : word;
}
