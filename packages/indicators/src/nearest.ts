import { editDistance } from '@tidemark/config/edit-distance';

/** Slips that are forgiven: letters too many, missing, wrong or swapped. */
const FORGIVEN = 2;

/** The shortest name that begins with what was written (`hist`), or one within two slips; null if there is none. */
export function nearest(written: string, names: readonly string[]): string | null {
  const longer = names.filter((name) => written.length > 2 && name.startsWith(written));
  const [shortest] = longer.sort((left, right) => left.length - right.length);
  if (shortest !== undefined) return shortest;
  let best: string | null = null;
  let fewest = Math.min(FORGIVEN, Math.floor(written.length / 2)) + 1;
  for (const name of names) {
    if (Math.abs(name.length - written.length) >= fewest) continue;
    const count = editDistance(written, name);
    if (count < fewest) [best, fewest] = [name, count];
  }
  return best;
}
