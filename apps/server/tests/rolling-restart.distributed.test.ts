import {
  startDistributedSet,
  type DistributedSet,
} from '@tidemark/testkit/distributed/distributed-set';
import { ENGINES_MISSING, givenEngines } from '@tidemark/testkit/distributed/given-engines';
import { ownEngines, type OwnEngines } from '@tidemark/testkit/distributed/own-engines';
import { rollingRestart } from '@tidemark/testkit/distributed/rolling-restart';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';

const SLOW_MS = 240_000;
const engines = givenEngines();
if (!engines) console.warn(ENGINES_MISSING);

describe.skipIf(!engines)('two replicas of each service', () => {
  let own: OwnEngines | undefined;
  let set: DistributedSet | undefined;

  beforeAll(async () => {
    own = await ownEngines(engines!);
    const env = { HISTORY_BACKFILL: 'false' };
    set = await startDistributedSet({ label: 'rolling-restart', engines: own.urls, env });
  }, SLOW_MS);
  afterAll(async () => {
    await set?.stop();
    await own?.remove();
  }, SLOW_MS);

  test(
    'are restarted one after another under load: every request gets its answer, none is 5xx',
    async () => {
      onTestFailed(() => console.error(set!.tails()));
      const { load, endings } = await rollingRestart(set!);
      expect(load.requests).toBeGreaterThan(100);
      expect(load.samples).toEqual([]);
      expect(load.statuses).toEqual({ 200: load.requests });
      expect(load.failed).toEqual({});
      expect(endings).toEqual(set!.members.map(() => ({ code: 0, signal: null })));
    },
    SLOW_MS,
  );
});
