import { availableParallelism } from 'node:os';
import { ensureWebBuilt } from './build-web.mjs';
import { ensureInstalled } from './install.mjs';
import { endToEnd } from './test-browser.mjs';
import { runCheck } from './test-check.mjs';
import { runStages } from './test-stages.mjs';
import { skippedSuite } from './test-tally.mjs';
import { runVitest } from './test-vitest.mjs';
import { findRecordings } from './test-needs.mjs';

/** A file for each core, up to two cores; beyond, Vitest's own number. What waits for sockets and disks keeps none busy. */
const WORKERS = [`--maxWorkers=${Math.max(2, availableParallelism() - 1)}`];

const STAGES = [
  [
    { name: 'types', budget: 30, run: () => runCheck('typecheck') },
    { name: 'lint', budget: 30, run: () => runCheck('lint:code') },
    { name: 'format', budget: 5, run: () => runCheck('lint:format') },
    { name: 'unused', budget: 20, run: () => runCheck('lint:unused') },
  ],
  { name: 'unit', budget: 40, run: () => runVitest('unit', ['unit', 'web'], WORKERS) },
  {
    name: 'integration',
    budget: 300,
    run: () => runVitest('integration', ['integration', 'added-service'], WORKERS),
  },
  { name: 'recorded', budget: 30, run: recorded },
  { name: 'end-to-end', budget: 300, run: endToEnd },
];

/** Runs every stage, a failed one notwithstanding. Resolves with the number of failures. */
export async function testAll() {
  await ensureInstalled();
  await ensureWebBuilt();
  return runStages(STAGES);
}

function recorded() {
  if (findRecordings()) return runVitest('recorded', ['recorded']);
  return skippedSuite('recorded', 'the recordings (../shared/data) are not on this machine');
}
