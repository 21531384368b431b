import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_RESULTS } from '@tidemark/testkit/distributed/places';
import type { LoadReport } from '@tidemark/testkit/distributed/balanced-load';
import type { Audit } from '@tidemark/testkit/candle-audit';
import type { Outcome } from './ordeal.ts';

const HEAD = [
  'fault',
  'lasted s',
  'time to recover s',
  'prices s',
  'storing s',
  'ready s',
  'sign-ins s',
  'figures s',
  'messages replayed',
  'candles compared',
  'rows wrong',
  'prices wrong',
  'sessions lost',
  'figures wrong',
  'clients dropped',
  'requests: 5xx, unanswered',
] as const;

/** Prints a report and writes it to `test-results/<name>.md`. */
export function report(name: string, markdown: string): void {
  mkdirSync(TEST_RESULTS, { recursive: true });
  writeFileSync(join(TEST_RESULTS, `${name}.md`), `${markdown}\n`);
  process.stdout.write(`\n${markdown}\n`);
}

/**
 * The outcomes as a table in Markdown. Times are counted from the fault's beginning to the moment at which each
 * function worked again for good; the time to recover is that of prices and storing, whichever was later.
 */
export function outcomeTable(outcomes: readonly Outcome[]): string {
  return table(HEAD, outcomes.map(rowOf));
}

/** What a rolling restart of `ms` came to. */
export function restartTable(ms: number, load: LoadReport, audit: Audit): string {
  const rows = [
    ['every process restarted in, s', (ms / 1000).toFixed(1)],
    ['requests', load.requests],
    ...Object.entries(load.statuses).map(([status, count]) => [`answered ${status}`, count]),
    ['sent again: connection refused', load.refused],
    ['sent again: idle connection closed', load.stale],
    ...Object.entries(load.failed).map(([why, count]) => [`failed: ${why}`, count]),
    ['candles compared', audit.compared],
    ['rows wrong', audit.wrong.length],
  ];
  return table(
    ['rolling restart', ''],
    rows.map((row) => row.map(String)),
  );
}

function table(head: readonly string[], rows: readonly string[][]): string {
  const lengths = (i: number) => [head, ...rows].map((row) => row[i]?.length ?? 0);
  const widths = head.map((_, i) => Math.max(...lengths(i)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
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
    seconds(bad.signIns),
    seconds(bad.figures),
    String(outcome.replayed),
    String(audit.compared),
    String(audit.wrong.length),
    String(outcome.wrongPrices.length),
    String(outcome.lostSessions.length),
    String(outcome.wrongFigures.length),
    String(outcome.dropped),
    `${load.requests}: ${load.errors}, ${load.unanswered}`,
  ];
}
