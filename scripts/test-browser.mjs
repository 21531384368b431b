import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { ROOT } from './root.mjs';
import { findChromium } from './test-needs.mjs';
import { firstLines, NONE, skippedSuite, withExitCode } from './test-tally.mjs';

const NODE = join(ROOT, 'node_modules', '.bin', 'node');
const PLAYWRIGHT = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
const CONFIG = join('tests', 'e2e', 'playwright.config.ts');

/** Runs the user journeys in a browser, on the set of processes that TIDEMARK_TOPOLOGY names. */
export function endToEnd() {
  const chromium = findChromium();
  if (chromium) return runPlaywright(chromium);
  return skippedSuite('end-to-end', 'no Chromium on this machine; CHROMIUM_PATH names one');
}

async function runPlaywright(chromium) {
  const file = join(ROOT, 'test-results', 'end-to-end.json');
  rmSync(file, { force: true });
  const { code } = await runChild(
    NODE,
    [PLAYWRIGHT, 'test', '--config', CONFIG, '--reporter=line,json'],
    { env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file } },
  );
  const tally = existsSync(file) ? tallyOf(JSON.parse(readFileSync(file, 'utf8'))) : NONE;
  return withExitCode(tally, 'end-to-end', code);
}

/** A test that passed at a second try is `flaky`: it counts as failed. */
function tallyOf({ stats, suites }) {
  const { expected, unexpected, flaky, skipped } = stats;
  const notes = [];
  if (flaky > 0) notes.push(`FAILED: ${flaky} end-to-end tests passed only when tried again`);
  if (skipped > 0) notes.push(`skipped: ${skipped} end-to-end tests, listed above`);
  notes.push(...suites.flatMap(failedIn));
  return { passed: expected, failed: unexpected + flaky, skipped, notes };
}

/** The journeys of a file, and of the groups in it, that did not hold, each with what it stopped at. */
function failedIn({ file, specs = [], suites = [] }) {
  const failed = specs
    .filter(({ ok }) => !ok)
    .map(({ title, tests }) => `FAILED: ${file}: ${title}\n${reasonOf(tests)}`);
  return [...failed, ...suites.flatMap(failedIn)];
}

function reasonOf(tests) {
  const errors = tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors));
  return firstLines(errors[0]?.message ?? 'no error told');
}
