import { setTimeout as pause } from 'node:timers/promises';
import {
  startDistributedSet,
  type DistributedSet,
} from '@tidemark/testkit/distributed/distributed-set';
import { ENGINES_MISSING, givenEngines } from '@tidemark/testkit/distributed/given-engines';
import { ownEngines, type OwnEngines } from '@tidemark/testkit/distributed/own-engines';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { ALL, ALL_OR_NOTHING, beginImport, type BegunImport } from './support/killed-import.ts';
import { register } from './support/person.ts';

const SLOW_MS = 240_000;
/** After the request, ms. */
const MOMENTS = [300, 1_500, 2_500];
const engines = givenEngines();
if (!engines) console.warn(ENGINES_MISSING);

describe.skipIf(!engines)('replicas that are killed in an import', () => {
  let own: OwnEngines | undefined;
  let set: DistributedSet | undefined;

  beforeAll(async () => {
    own = await ownEngines(engines!);
    const plan = { marketData: 1, gateways: 1, portfolio: 2 };
    const env = { HISTORY_BACKFILL: 'false' };
    set = await startDistributedSet({ label: 'import-killed', engines: own.urls, env, ...plan });
  }, SLOW_MS);
  afterAll(async () => {
    await set?.stop();
    await own?.remove();
  }, SLOW_MS);

  test(
    'leave all or nothing, and another does it when somebody asks for it',
    async () => {
      onTestFailed(() => console.error(set!.tails()));
      const owner = await register(set!.gateways[0]!.url);
      const begun: BegunImport[] = [];
      for (const moment of MOMENTS) {
        const one = await beginImport(owner);
        begun.push(one);
        await pause(moment);
        // Whichever has it.
        await Promise.all(set!.portfolio.map((replica) => replica.kill()));
        await Promise.all(set!.portfolio.map((replica) => replica.start()));
        expect(ALL_OR_NOTHING).toContain(await one.balance());
      }
      for (const one of begun) {
        expect(await one.ended()).toMatchObject({ state: 'done', transactions: Number(ALL) });
        expect(await one.balance()).toBe(ALL);
      }
    },
    SLOW_MS,
  );
});
