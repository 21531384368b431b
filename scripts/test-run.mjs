import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureWebBuilt } from './build-web.mjs';
import { ensureInstalled } from './install.mjs';
import { ROOT } from './root.mjs';
import { runPlaywright } from './test-browser.mjs';
import { runCheck } from './test-check.mjs';
import { addTallies, NONE, skippedSuite } from './test-tally.mjs';
import { runVitest } from './test-vitest.mjs';
import { findChromium, findRecordings } from './test-needs.mjs';

const STAGES = [
  { name: 'types', run: () => runCheck('typecheck') },
  { name: 'lint', run: () => runCheck('lint') },
  { name: 'unit', run: () => runVitest('unit', ['unit', 'web']) },
  { name: 'integration', run: () => runVitest('integration', ['integration']) },
  { name: 'recorded', run: recorded },
  { name: 'end-to-end', run: endToEnd },
];

/** Runs every stage, a failed one notwithstanding. Resolves with the number of failures. */
export async function testAll() {
  await ensureInstalled();
  await ensureWebBuilt();
  mkdirSync(join(ROOT, 'test-results'), { recursive: true });
  const results = [];
  for (const stage of STAGES) {
    console.log(`\n── ${stage.name}`);
    const from = performance.now();
    const tally = await stage.run();
    results.push({ name: stage.name, tally, seconds: (performance.now() - from) / 1000 });
  }
  return report(results);
}

function recorded() {
  if (findRecordings()) return runVitest('recorded', ['recorded']);
  return skippedSuite('recorded', 'the recordings (../shared/data) are not on this machine');
}

function endToEnd() {
  const chromium = findChromium();
  if (chromium) return runPlaywright(chromium);
  return skippedSuite('end-to-end', 'no Chromium on this machine; CHROMIUM_PATH names one');
}

function report(results) {
  console.log('\n── results');
  for (const { name, tally, seconds } of results) {
    console.log(`${name.padEnd(12)} ${describe(tally)} (${seconds.toFixed(0)} s)`);
  }
  for (const note of results.flatMap(({ tally }) => tally.notes)) console.log(note);
  const all = results.map(({ tally }) => tally).reduce(addTallies, NONE);
  console.log(describe(all));
  return all.failed;
}

function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
