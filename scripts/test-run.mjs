import { availableParallelism } from 'node:os';
import { ensureWebBuilt } from './build-web.mjs';
import { ensureInstalled } from './install.mjs';
import { endToEnd } from './test-browser.mjs';
import { runCheck } from './test-check.mjs';
import { runStages } from './test-stages.mjs';
import { skippedSuite } from './test-tally.mjs';
import { runVitest } from './test-vitest.mjs';
import { findRecordings } from './test-needs.mjs';

/** Files at a time. These tests wait for sockets, disks and processes much of their time: no core is kept free. */
const FILES_AT_ONCE = Math.max(2, availableParallelism() - 1);

const STAGES = [
  [
    { name: 'types', run: () => runCheck('typecheck') },
    { name: 'lint', run: () => runCheck('lint:code') },
    { name: 'format', run: () => runCheck('lint:format') },
    { name: 'unit', run: () => runVitest('unit', ['unit', 'web']) },
  ],
  { name: 'integration', run: integration },
  { name: 'recorded', run: recorded },
  { name: 'end-to-end', run: endToEnd },
];

/** Runs every stage, a failed one notwithstanding. Resolves with the number of failures. */
export async function testAll() {
  await ensureInstalled();
  await ensureWebBuilt();
  return runStages(STAGES);
}

function integration() {
  return runVitest('integration', ['integration'], [`--maxWorkers=${FILES_AT_ONCE}`]);
}

function recorded() {
  if (findRecordings()) return runVitest('recorded', ['recorded']);
  return skippedSuite('recorded', 'the recordings (../shared/data) are not on this machine');
}
