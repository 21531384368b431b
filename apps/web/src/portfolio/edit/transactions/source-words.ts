import type { Transaction } from '@tidemark/contracts/portfolio-transaction';

const MOST_LINES = 4;

/** Where a transaction was read: `statement.csv, lines 4 to 6`; what is not in a row is listed. Null: put in by hand. */
export function sourceWords({ source }: Pick<Transaction, 'source'>): string | null {
  return source === null ? null : `${source.file}, ${linesWords(source.lines)}`;
}

/** `line 4`, `lines 4 to 6`, `lines 4, 9 and 12`, `lines 4, 9, 12, 15 and 8 more`. */
export function linesWords(lines: readonly number[]): string {
  const sorted = lines.toSorted((a, b) => a - b);
  const [first = 0, last = first] = [sorted[0], sorted.at(-1)];
  if (sorted.length === 1) return `line ${first}`;
  if (last - first === sorted.length - 1) return `lines ${first} to ${last}`;
  if (sorted.length <= MOST_LINES) return `lines ${sorted.slice(0, -1).join(', ')} and ${last}`;
  return `lines ${sorted.slice(0, MOST_LINES).join(', ')} and ${sorted.length - MOST_LINES} more`;
}
