import { ensureInstalled } from './install.mjs';
import { runStages } from './test-stages.mjs';
import { runVitest } from './test-vitest.mjs';

/** The description through other people's tools, and the examples of clients. Resolves with the number of failures. */
export async function testContract() {
  await ensureInstalled();
  return runStages([{ name: 'contract', run: () => runVitest('contract', ['contract']) }]);
}
