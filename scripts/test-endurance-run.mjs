import { ensureInstalled } from './install.mjs';
import { runStages } from './test-stages.mjs';
import { runVitest } from './test-vitest.mjs';

/** Many kills, and many cuts of the line. Resolves with the number of failures. */
export async function testEndurance() {
  await ensureInstalled();
  return runStages([{ name: 'endurance', run: () => runVitest('endurance', ['endurance']) }]);
}
