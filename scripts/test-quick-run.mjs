import { ensureInstalled } from './install.mjs';
import { runCheck } from './test-check.mjs';
import { runStages } from './test-stages.mjs';
import { runVitest } from './test-vitest.mjs';

/** Of the integration tests, those that import what differs from the last commit. Resolves with the number of failures. */
export async function testQuick() {
  await ensureInstalled();
  return runStages([
    [
      { name: 'types', run: () => runCheck('typecheck') },
      { name: 'lint', run: () => runCheck('lint') },
    ],
    { name: 'unit', run: () => runVitest('unit', ['unit', 'web']) },
    { name: 'changed', run: () => runVitest('changed', ['integration'], ['--changed']) },
  ]);
}
