import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { ROOT } from './root.mjs';
import { firstLines, NONE, withExitCode } from './test-tally.mjs';

const NODE = join(ROOT, 'node_modules', '.bin', 'node');
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');

/** Runs some of the projects of vitest.config.ts. `options`: more of Vitest's own. */
export async function runVitest(name, projects, options = []) {
  const file = join(ROOT, 'test-results', `${name}.json`);
  rmSync(file, { force: true });
  const { code } = await runChild(NODE, [
    VITEST,
    'run',
    '--passWithNoTests',
    ...projects.flatMap((project) => ['--project', project]),
    ...options,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  if (report) printSlowest(report);
  return withExitCode(report ? tallyOf(report) : NONE, name, code);
}

/** Where the stage's time went: the files that took longest. */
function printSlowest({ testResults }) {
  const files = testResults.map(({ name, startTime, endTime }) => ({
    name: below(name),
    seconds: (endTime - startTime) / 1000,
  }));
  const sum = files.reduce((total, { seconds }) => total + seconds, 0);
  console.log(`\nThe slowest of ${files.length} files, which took ${sum.toFixed(0)} s one by one:`);
  for (const { name, seconds } of files.sort((a, b) => b.seconds - a.seconds).slice(0, 8)) {
    console.log(`${seconds.toFixed(1).padStart(7)} s ${name}`);
  }
}

function tallyOf(report) {
  const skipped = report.testResults.flatMap(skippedIn);
  const broken = report.testResults.filter(isBroken);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: skipped.length,
    notes: [
      ...report.testResults.flatMap(skippedNote),
      ...report.testResults.flatMap(failedIn),
      ...broken.map(({ name }) => `FAILED: ${below(name)}: did not load`),
    ],
  };
}

function skippedIn({ assertionResults }) {
  return assertionResults.filter(
    ({ status }) => status === 'skipped' || status === 'pending' || status === 'todo',
  );
}

/** One line a file, so that the list stays short enough to read after a run that left much out. */
function skippedNote(result) {
  const [first, ...others] = skippedIn(result);
  if (first === undefined) return [];
  return [
    `skipped: ${below(result.name)}: ${first.fullName}${others.length > 0 ? ` and ${others.length} more` : ''}`,
  ];
}

function failedIn({ name, assertionResults }) {
  return assertionResults
    .filter(({ status }) => status === 'failed')
    .map(
      ({ fullName, failureMessages }) =>
        `FAILED: ${below(name)}: ${fullName}\n${firstLines(failureMessages.join('\n'))}`,
    );
}

/** A file that failed before its tests could. */
function isBroken({ status, assertionResults }) {
  return status === 'failed' && assertionResults.every((test) => test.status !== 'failed');
}

function below(path) {
  return path.startsWith(ROOT) ? path.slice(ROOT.length) : path;
}
