import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { addTallies, NONE } from './test-tally.mjs';

/**
 * Runs every stage, a failed one notwithstanding, and reports. Those that stand together in a list run at the same time.
 * Resolves with the number of failures.
 */
export async function runStages(stages) {
  mkdirSync(join(ROOT, 'test-results'), { recursive: true });
  const results = [];
  for (const together of stages) {
    const group = [together].flat();
    console.log(`\n── ${group.map(({ name }) => name).join(', ')}`);
    results.push(...(await Promise.all(group.map(runStage))));
  }
  return report(results);
}

async function runStage({ name, run }) {
  const from = performance.now();
  const tally = await run();
  return { name, tally, seconds: (performance.now() - from) / 1000 };
}

function report(results) {
  console.log('\n── results');
  for (const { name, tally, seconds } of results) {
    console.log(`${name.padEnd(12)} ${describe(tally)} (${seconds.toFixed(0)} s)`);
  }
  // What failed stands last, where whoever sees only the end of a log sees it.
  const notes = results.flatMap(({ tally }) => tally.notes);
  const failures = notes.filter((note) => note.startsWith('FAILED'));
  for (const note of [...notes.filter((note) => !failures.includes(note)), ...failures])
    console.log(note);
  const all = results.map(({ tally }) => tally).reduce(addTallies, NONE);
  console.log(describe(all));
  return all.failed;
}

function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
