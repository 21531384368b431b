import { editDistance } from './edit-distance.ts';
import type { Environment } from './load-config.ts';

export interface Suspect {
  /** The variable that is set and that nothing reads. */
  name: string;
  /** The variable that was probably meant. */
  meant: string;
}

/** Shorter names are too close to ordinary ones (`HOST` and `HOME`) to be guessed at. */
const SHORTEST_GUESSED = 6;

/** Variables of other programs, OpenSSL's among them, that look like ours. */
const FOREIGN: ReadonlySet<string> = new Set(['SSL_CERT_FILE']);

/**
 * Variables that are set and look like a misspelling of a known one: at most two edits apart in a name with an
 * underscore, one in a name without, and not known themselves. Of several known ones the nearest is named.
 */
export function suspectVariables(known: readonly string[], env: Environment): Suspect[] {
  const names = new Set([...known, ...FOREIGN]);
  const strangers = Object.keys(env).filter((name) => env[name] && !names.has(name));
  return strangers.flatMap((name) => {
    const meant = nearest(name, known);
    return meant === undefined || env[meant] ? [] : [{ name, meant }];
  });
}

function nearest(name: string, known: readonly string[]): string | undefined {
  const close = known
    .filter((candidate) => candidate.length >= SHORTEST_GUESSED)
    .map((candidate) => ({ candidate, edits: editDistance(name.toUpperCase(), candidate) }))
    .filter(({ candidate, edits }) => edits <= (candidate.includes('_') ? 2 : 1));
  return close.sort((a, b) => a.edits - b.edits)[0]?.candidate;
}
