import { nearest } from '@tidemark/indicators/nearest';

/** The name that was probably meant: the shortest that begins so (`hist`), or one a slip or two away; null if there is none. */
export function meantName(written: string, names: readonly string[]): string | null {
  const longer = names.filter((name) => written.length > 2 && name.startsWith(written));
  longer.sort((left, right) => left.length - right.length);
  return longer[0] ?? nearest(written, names);
}
