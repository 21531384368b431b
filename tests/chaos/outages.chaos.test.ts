import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { FAULTS } from './support/faults.ts';
import { ordeal, wholeMinute, type Outcome } from './support/ordeal.ts';
import { outcomeTable, report } from './support/report.ts';
import { canHurtEngines, startWorld, type World } from './support/world.ts';

const MINUTE = 60_000;
/** A fault, what it takes to recover, and the end of the minute in which that was. */
const FAULT_WITHIN_MS = 6 * MINUTE;
const only = process.env.CHAOS_ONLY ?? '';
const chosen = FAULTS.filter(({ name }) => new RegExp(only).test(name));

describe.skipIf(!canHurtEngines())('what a distributed set outlives', () => {
  let world: World;
  let begin: number;
  const running: World[] = [];
  const outcomes: Outcome[] = [];

  beforeAll(async () => {
    world = await startWorld('chaos');
    running.push(world);
    begin = await wholeMinute(world);
  }, 4 * MINUTE);

  afterAll(async () => {
    if (outcomes.length > 0) report('chaos', outcomeTable(outcomes));
    for (const started of running) await started.stop();
  }, MINUTE);

  test.for(chosen)(
    '$name: all recovers without help, nothing lost, nothing twice',
    { timeout: FAULT_WITHIN_MS },
    async (fault) => {
      onTestFailed(() => console.error(world.set.tails()));
      const outcome = await ordeal(world, fault, begin);
      outcomes.push(outcome);
      process.stdout.write(`${outcomeTable([outcome])}\n`);
      const { audit, wrongPrices, lostSessions, wrongFigures, dropped } = outcome;
      expect(audit.wrong.slice(0, 20)).toEqual([]);
      expect(audit.compared).toBeGreaterThanOrEqual(world.truth.listings.length);
      expect(wrongPrices).toEqual([]);
      expect(lostSessions).toEqual([]);
      expect(wrongFigures.slice(0, 20)).toEqual([]);
      expect(dropped, 'clients of untouched gateways that lost their connection').toBe(0);
    },
  );
});
