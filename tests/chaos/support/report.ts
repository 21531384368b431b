import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_RESULTS } from '@tidemark/testkit/distributed/places';
import type { Outcome } from './ordeal.ts';

const FILE = join(TEST_RESULTS, 'chaos.md');

const HEAD = [
  'fault',
  'lasted s',
  'time to recover s',
  'prices s',
  'storing s',
  'ready s',
  'messages replayed',
  'candles compared',
  'rows wrong',
  'prices wrong',
  'clients dropped',
  'requests: 5xx, unanswered',
] as const;

/** Begins the report anew. */
export function beginReport(words: string): void {
  mkdirSync(TEST_RESULTS, { recursive: true });
  writeFileSync(FILE, `# Chaos\n\n${words}\n\n`);
}

/** Adds a section to the report and prints it. */
export function addToReport(markdown: string): void {
  appendFileSync(FILE, `${markdown}\n`);
  process.stdout.write(`\n${markdown}\n`);
}

/**
 * The outcomes as a table in Markdown. Times are counted from the fault's beginning to the moment at which each
 * function worked again for good; the time to recover is that of prices and storing, whichever was later.
 */
export function outcomeTable(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(rowOf);
  const widths = HEAD.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(HEAD), rule, ...rows.map(line)].join('\n');
}

function rowOf(outcome: Outcome): string[] {
  const { bad, audit, load } = outcome;
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  return [
    outcome.fault,
    seconds(outcome.lasted),
    seconds(Math.max(bad.prices, bad.storing)),
    seconds(bad.prices),
    seconds(bad.storing),
    seconds(bad.ready),
    String(outcome.replayed),
    String(audit.compared),
    String(audit.wrong.length),
    String(outcome.wrongPrices.length),
    String(outcome.dropped),
    `${load.requests}: ${load.errors}, ${load.unanswered}`,
  ];
}
