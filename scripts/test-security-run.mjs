import { ensureInstalled } from './install.mjs';
import { runStages } from './test-stages.mjs';
import { runVitest } from './test-vitest.mjs';

/** Requests made up from the description of the API, and hostile clients. Resolves with the number of failures. */
export async function testSecurity() {
  await ensureInstalled();
  return runStages([{ name: 'security', run: () => runVitest('security', ['security']) }]);
}
