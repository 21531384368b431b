import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_RESULTS } from '@tidemark/testkit/distributed/places';
import type { Outcome } from './trial.ts';

const HEAD = [
  'world',
  'prices',
  'candles',
  'analytics',
  'the page',
  'all right again after',
  'rows wrong',
  'holds',
] as const;

/** Prints the outcomes, and writes them to `test-results/<name>.md`. */
export function report(name: string, outcomes: readonly Outcome[]): void {
  const rows = [HEAD, HEAD.map(() => '---'), ...outcomes.map(rowOf)];
  const markdown = rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  mkdirSync(TEST_RESULTS, { recursive: true });
  writeFileSync(join(TEST_RESULTS, `${name}.md`), `${markdown}\n`);
  process.stdout.write(`\n${markdown}\n`);
}

export function holds({ broken, rightAfter, wrong }: Outcome): boolean {
  return broken.length === 0 && rightAfter !== null && wrong.length === 0;
}

export function rowOf(outcome: Outcome): string[] {
  const { said, rightAfter, wrong } = outcome;
  const prices = Object.entries(said.prices).map(([quality, count]) => `${count} ${quality}`);
  const lacking = said.lacking.length > 0 ? `, lacking ${said.lacking.join(' and ')}` : '';
  return [
    outcome.world,
    prices.join(', '),
    `${behind(said.candlesBehind)}${lacking}`,
    `${behind(said.analyticsBehind)}${said.analyticsStale ? ', stale' : ''}`,
    said.page.replaceAll('|', '/'),
    rightAfter === null ? 'never' : `${Math.round(rightAfter / 1000)} s`,
    String(wrong.length),
    holds(outcome) ? 'yes' : 'no',
  ];
}

function behind(ms: number | null): string {
  return ms === null ? 'none' : `final to ${Math.round(ms / 1000)} s ago`;
}
