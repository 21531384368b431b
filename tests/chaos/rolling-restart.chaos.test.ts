import { setTimeout as sleep } from 'node:timers/promises';
import { rollingRestart } from '@tidemark/testkit/distributed/rolling-restart';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { auditWithin, isFinalThrough } from '@tidemark/testkit/candle-audit';
import { wholeMinute } from './support/ordeal.ts';
import { report, restartTable } from './support/report.ts';
import { wrongLastPrices } from './support/last-prices.ts';
import { canHurtEngines, startWorld, type World } from './support/world.ts';

const MINUTE = 60_000;

describe.skipIf(!canHurtEngines())('a rolling restart under load', () => {
  let world: World;
  const running: World[] = [];
  beforeAll(async () => {
    world = await startWorld('rolling-restart');
    running.push(world);
  }, 4 * MINUTE);
  afterAll(async () => {
    for (const started of running) await started.stop();
  }, MINUTE);

  test(
    'every process in turn: no request is answered with 5xx or cut off, and no candle is wrong',
    async () => {
      onTestFailed(() => console.error(world.set.tails()));
      const { set, store, truth } = world;
      const begin = await wholeMinute(world);
      await sleep(begin - Date.now());
      const { ms, endings, load } = await rollingRestart(set, { concurrency: 16 });
      const end = await wholeMinute(world);
      while (!(await isFinalThrough(store, truth, end))) await sleep(500);
      const audit = await auditWithin(20_000, store, truth, { begin, end });
      const prices = await wrongLastPrices(set.gateways, world.clients(), truth.coins);
      report('chaos-rolling-restart', restartTable(ms, load, audit));
      expect(load.samples).toEqual([]);
      expect(load.statuses).toEqual({ 200: load.requests });
      expect(load.failed).toEqual({});
      expect(endings).toEqual(set.members.map(() => ({ code: 0, signal: null })));
      expect(audit.wrong.slice(0, 20)).toEqual([]);
      expect(prices).toEqual([]);
    },
    10 * MINUTE,
  );
});
