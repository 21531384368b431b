import { stripVTControlCharacters } from 'node:util';

/** Results of a stage. `notes`: lines that name what was skipped, or what failed beside the tests themselves. */
export const NONE = { passed: 0, failed: 0, skipped: 0, notes: [] };

export function addTallies(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    notes: [...a.notes, ...b.notes],
  };
}

/** A suite that this machine cannot run. Where everything must run (CI=true), that is a failure. */
export function skippedSuite(name, why) {
  const fails = process.env.CI === 'true';
  const notes = [`${fails ? 'FAILED' : 'skipped'}: ${name}: ${why}`];
  return { ...NONE, [fails ? 'failed' : 'skipped']: 1, notes };
}

/** A runner that ends badly without a failed test has failed all the same. */
export function withExitCode(tally, name, code) {
  if (code === 0 || tally.failed > 0) return tally;
  return addTallies(tally, { ...NONE, failed: 1, notes: [`FAILED: ${name}: exit ${code}`] });
}

/** The first lines that say something of what went wrong, indented, for below the line that says what did. */
export function firstLines(message) {
  const lines = stripVTControlCharacters(message).split('\n');
  const told = lines.filter((line) => line.trim() !== '').slice(0, 4);
  return told.map((line) => `  ${line.slice(0, 300)}`).join('\n');
}
