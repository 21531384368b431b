import { formatCount } from '../../../format/compact.ts';
import { KINDS, type Kind } from '../entry/kinds.ts';

/** `1 row`, `412 rows`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** Kinds with how many there are, the most first: `120 Buy`. */
export function kindCounts(kinds: Readonly<Record<string, number>>): string[] {
  return Object.entries(kinds)
    .toSorted(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${formatCount(count)} ${labelOf(kind)}`);
}

function labelOf(kind: string): string {
  return Object.hasOwn(KINDS, kind) ? KINDS[kind as Kind].label : kind;
}

/** A size of a file: `812 bytes`, `1.4 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
