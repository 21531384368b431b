import { join } from 'node:path';
import { ensureWebBuilt } from './build-web.mjs';
import { runChild } from './child.mjs';
import { ensureInstalled } from './install.mjs';
import { ROOT } from './root.mjs';
import { endToEnd } from './test-browser.mjs';
import { runStages } from './test-stages.mjs';
import { NONE, skippedSuite } from './test-tally.mjs';
import { runVitest } from './test-vitest.mjs';

/** What dev/with-infra.sh ends with where the machine lacks a server, and where one did not start; it has said which. */
const UNAVAILABLE = 69;
const DID_NOT_START = 70;

/** Of the worlds of tests/degraded, in both topologies, one of each kind; `npm run test:degraded` tries all. */
const SOME_WORLDS = [
  'Coinbase down at the first start, 10 s',
  'Coinbase down in the middle, 10 min',
  'clock 30 s ahead',
].join('|');

/**
 * Runs the checks beside the servers: starts those first, unless it runs beside them already. Resolves with the number
 * of failures.
 */
export async function testDistributed() {
  if (process.env.TIDEMARK_INFRA) return besideServers();
  await ensureInstalled();
  await ensureWebBuilt();
  const self = [process.execPath, join(ROOT, 'scripts', 'test.mjs'), 'distributed'];
  const { code } = await runChild(join(ROOT, 'dev', 'with-infra.sh'), self);
  if (code !== UNAVAILABLE && code !== DID_NOT_START) return code;
  const run = async () => (code === UNAVAILABLE ? unavailable() : didNotStart());
  return runStages([{ name: 'distributed', run }]);
}

function unavailable() {
  return skippedSuite('distributed', 'not every server is on this machine; see above');
}

function didNotStart() {
  return { ...NONE, failed: 1, notes: ['FAILED: distributed: a server did not start; see above'] };
}

function besideServers() {
  process.env.TIDEMARK_TOPOLOGY = 'distributed';
  return runStages([
    { name: 'distributed', run: () => runVitest('distributed', ['distributed']) },
    { name: 'degraded', run: () => runVitest('degraded', ['degraded'], ['-t', SOME_WORLDS]) },
    { name: 'end-to-end', run: endToEnd },
  ]);
}
