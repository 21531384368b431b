import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SIGNALS } from './child.mjs';
import { ROOT } from './root.mjs';
import { addTallies, NONE } from './test-tally.mjs';

/** What a stage may take beyond its budget, as a factor, before that is a failure. */
const PATIENCE = 1.5;

/**
 * Runs every stage, a failed one notwithstanding, and reports. Those that stand together in a list run at the same time. A
 * signal ends the stage that runs, and none follows. `budget`: the seconds that a stage should take on two cores with
 * nothing else to do; with TEST_BUDGETS=true one that takes half as much again fails. Resolves with the number of failures.
 */
export async function runStages(stages) {
  mkdirSync(join(ROOT, 'test-results'), { recursive: true });
  let signal = null;
  for (const name of SIGNALS) process.once(name, () => (signal = name));
  const results = [];
  for (const together of stages) {
    const group = [together].flat();
    if (signal !== null) {
      const left = group.map(({ name }) => ({ name, tally: notRun(name, signal), seconds: 0 }));
      results.push(...left);
      continue;
    }
    console.log(`\n── ${group.map(({ name }) => name).join(', ')}`);
    results.push(...(await Promise.all(group.map(runStage))));
  }
  return report(results);
}

function notRun(name, signal) {
  return { ...NONE, failed: 1, notes: [`FAILED: ${name}: not run after ${signal}`] };
}

async function runStage({ name, run, budget }) {
  const from = performance.now();
  const tally = await run();
  const seconds = (performance.now() - from) / 1000;
  const isHeld = process.env.TEST_BUDGETS === 'true' && budget !== undefined;
  if (!isHeld || seconds <= PATIENCE * budget) return { name, tally, seconds, budget };
  const note = `FAILED: ${name} took ${seconds.toFixed(0)} s; its budget is ${budget} s`;
  const late = { ...NONE, failed: 1, notes: [note] };
  return { name, tally: addTallies(tally, late), seconds, budget };
}

function report(results) {
  console.log('\n── results');
  for (const { name, tally, seconds, budget } of results) {
    const of = budget === undefined ? '' : ` of ${budget}`;
    console.log(`${name.padEnd(12)} ${describe(tally)} (${seconds.toFixed(0)} s${of})`);
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
