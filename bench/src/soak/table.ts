import type { Sample } from './sample.ts';

const HEAD = ['minute', 'rss MB', 'heap MB', 'ext. MB', 'lag p99 ms', 'ws messages', 'holes'];
const WIDTH = 12;

export function tableHead(): string {
  return line(HEAD);
}

/** The line of the last minute there is; its messages are counted from the minute before. */
export function tableRow(minutes: readonly Sample[]): string {
  const last = minutes.at(-1);
  if (!last) return '';
  const before = minutes.at(-2)?.messages ?? 0;
  const memory = [last.rss, last.heap, last.external, last.lagP99].map((value) => value.toFixed(1));
  return line([last.minute + 1, ...memory, last.messages - before, last.holes].map(String));
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => cell.padStart(WIDTH)).join('')}\n`;
}
