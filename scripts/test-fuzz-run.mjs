import { ensureInstalled } from './install.mjs';
import { runStages } from './test-stages.mjs';
import { runVitest } from './test-vitest.mjs';

const FILE = 'apps/server/tests/fuzz.security.test.ts';
/** They come to over 10,000 requests. */
const EXAMPLES = '250';

/** Requests of Schemathesis, as many as `FUZZ_EXAMPLES` makes where it is set. Resolves with the number of failures. */
export async function testFuzz() {
  process.env.FUZZ_EXAMPLES ??= EXAMPLES;
  await ensureInstalled();
  return runStages([{ name: 'fuzz', run: () => runVitest('fuzz', ['security'], [FILE]) }]);
}
