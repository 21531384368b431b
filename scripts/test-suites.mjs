import { ensureInstalled } from './install.mjs';
import { testDistributed } from './test-distributed-run.mjs';
import { testQuick } from './test-quick-run.mjs';
import { testAll } from './test-run.mjs';
import { runStages } from './test-stages.mjs';
import { useFastTemp } from './test-temp.mjs';
import { runVitest } from './test-vitest.mjs';

const FUZZ_FILE = 'apps/server/tests/fuzz.security.test.ts';
/** They come to over 10,000 requests. */
const FUZZ_EXAMPLES = '250';

/** Each resolves with the number of failures. Those of one stage take minutes, and are no part of `all`. */
const SUITES = {
  all: testAll,
  quick: testQuick,
  distributed: testDistributed,
  /** What made-up requests and hostile clients get. */
  security: () => oneStage('security', ['security']),
  /** The description through other people's linters and generators, and the examples of clients. */
  contract: () => oneStage('contract', ['contract']),
  /** What many kills and cuts leave; `all` tries few of each. */
  endurance: () => oneStage('endurance', ['endurance']),
  /** Requests of Schemathesis, as many as `FUZZ_EXAMPLES` makes where it is set. */
  fuzz: () => {
    process.env.FUZZ_EXAMPLES ??= FUZZ_EXAMPLES;
    return oneStage('fuzz', ['security'], [FUZZ_FILE]);
  },
};

/** Runs a suite by its name. Resolves with the number of failures. */
export async function runSuite(name) {
  if (!Object.hasOwn(SUITES, name)) {
    throw new Error(`There is no suite ${name}: name one of ${Object.keys(SUITES).join(', ')}`);
  }
  useFastTemp();
  return SUITES[name]();
}

async function oneStage(name, projects, options) {
  await ensureInstalled();
  return runStages([{ name, run: () => runVitest(name, projects, options) }]);
}
