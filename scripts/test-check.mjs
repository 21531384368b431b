import { runNpm } from './child.mjs';
import { NONE } from './test-tally.mjs';

/** An npm script that passes or fails as a whole. */
export async function runCheck(script) {
  const { code } = await runNpm(['run', '--silent', script]);
  return code === 0
    ? { ...NONE, passed: 1 }
    : { ...NONE, failed: 1, notes: [`FAILED: npm run ${script}`] };
}
